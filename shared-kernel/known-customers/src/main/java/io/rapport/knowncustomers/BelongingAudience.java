package io.rapport.knowncustomers;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.eventstore.http.RecordAudience;
import io.rapport.eventstore.relay.PastEvents;
import io.rapport.rights.Action;
import io.rapport.rights.Owners;
import io.rapport.rights.Rights;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.web.signin.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may be told the past of records that belong to customers of another service: whoever sees them now. */
final class BelongingAudience implements RecordAudience {

    private static final int AT_ONCE = 1_000;
    private static final String CUSTOMER = "customerId";
    private static final String LINKS = "links";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<BelongingRecords> kinds;
    private final KnownCustomers customers;
    private final CallerRights callers;
    private final PastEvents past;

    BelongingAudience(List<BelongingRecords> kinds, KnownCustomers customers, CallerRights callers, PastEvents past) {
        this.kinds = kinds;
        this.customers = customers;
        this.callers = callers;
        this.past = past;
    }

    /** @throws io.rapport.web.problem.ProblemException 503 while a customer may only not have been read yet */
    @Override
    public Set<String> visible(Collection<String> recordIds, Caller caller) {
        Rights rights = callers.of(caller);
        boolean everything = kinds.stream()
                .allMatch(records -> rights.owners(records.kind(), Action.READ) instanceof Owners.Everyone);
        return recordIds.stream().filter(id -> everything || isVisible(id, rights)).collect(Collectors.toSet());
    }

    private boolean isVisible(String recordId, Rights rights) {
        List<EventEnvelope> events = past.of(recordId, 0, Instant.MAX, AT_ONCE);
        if (events.isEmpty()) {
            return false;
        }
        BelongingRecords records = kindOf(events.getFirst().type());
        Belonging now = new Belonging(events.getFirst().actor(), records.ownerField());
        while (!events.isEmpty()) {
            events.forEach(event -> now.happened(event.type(), JSON.readTree(event.data())));
            events = events.size() < AT_ONCE ? List.of()
                    : past.of(recordId, events.getLast().sequence(), Instant.MAX, AT_ONCE);
        }
        return rights.may(records.kind(), Action.READ,
                customers.holders(now.owner == null ? now.enteredBy : now.owner, now.customers()));
    }

    private BelongingRecords kindOf(String eventType) {
        return kinds.stream().filter(records -> eventType.startsWith(records.kind().code() + '.')).findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody tells whose the records are of " + eventType));
    }

    /** Whose a record is, as its public events tell it: one customer, or several in a list of links. */
    private static final class Belonging {

        private final String enteredBy;
        private final String ownerField;
        private String owner;
        private String customer;
        private Set<String> links = Set.of();

        Belonging(String enteredBy, String ownerField) {
            this.enteredBy = enteredBy;
            this.ownerField = ownerField;
        }

        Set<String> customers() {
            return !links.isEmpty() ? links : customer == null ? Set.of() : Set.of(customer);
        }

        void happened(String type, JsonNode data) {
            if (data.path("facts").isObject()) {
                owner = data.path(ownerField).asString(null);
                customer = null;
                links = Set.of();
                take(data.path("facts"));
            } else if (type.endsWith(".owner-assigned.v1")) {
                owner = data.path("owner").asString(null);
            } else {
                owner = data.path(ownerField).asString(owner);
                take(data.path("changed"));
                data.path("cleared").forEach(name -> clear(name.asString("")));
            }
        }

        private void take(JsonNode facts) {
            customer = facts.path(CUSTOMER).asString(customer);
            owner = facts.path(ownerField).asString(owner);
            if (facts.path(LINKS).isArray()) {
                links = facts.path(LINKS).valueStream().map(link -> link.path(CUSTOMER).asString(""))
                        .filter(id -> !id.isEmpty()).collect(Collectors.toSet());
            }
        }

        private void clear(String name) {
            if (name.equals(CUSTOMER)) {
                customer = null;
            } else if (name.equals(LINKS)) {
                links = Set.of();
            }
        }
    }
}
