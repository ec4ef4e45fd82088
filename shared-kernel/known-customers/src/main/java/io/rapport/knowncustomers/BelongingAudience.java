package io.rapport.knowncustomers;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.eventstore.http.RecordAudience;
import io.rapport.eventstore.relay.PastEvents;
import io.rapport.rights.Action;
import io.rapport.rights.Holders;
import io.rapport.rights.Owners;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.web.signin.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may be told the past of records that belong to customers of another service: whoever sees them now. */
final class BelongingAudience implements RecordAudience {

    private static final int AT_ONCE = 1_000;
    private static final String CUSTOMER = "customerId";
    private static final String LINKS = "links";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BelongingRecords records;
    private final KnownCustomers customers;
    private final CallerRights callers;
    private final PastEvents past;

    BelongingAudience(BelongingRecords records, KnownCustomers customers, CallerRights callers, PastEvents past) {
        this.records = records;
        this.customers = customers;
        this.callers = callers;
        this.past = past;
    }

    /** @throws io.rapport.web.problem.ProblemException 503 while a customer may only not have been read yet */
    @Override
    public Set<String> visible(Collection<String> recordIds, Caller caller) {
        Owners seen = callers.of(caller).owners(records.kind(), Action.READ);
        return recordIds.stream().filter(id -> seen instanceof Owners.Everyone
                || holders(id).filter(seen::include).isPresent()).collect(Collectors.toSet());
    }

    /** Empty for a record that there is not. */
    private Optional<Holders> holders(String recordId) {
        List<EventEnvelope> events = past.of(recordId, 0, Instant.MAX, AT_ONCE);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Belonging now = new Belonging(events.getFirst().actor());
        while (!events.isEmpty()) {
            events.forEach(event -> now.happened(event.type(), JSON.readTree(event.data())));
            events = events.size() < AT_ONCE ? List.of()
                    : past.of(recordId, events.getLast().sequence(), Instant.MAX, AT_ONCE);
        }
        return Optional.of(customers.holders(now.owner == null ? now.enteredBy : now.owner, now.customers()));
    }

    /** Whose a record is, as its public events tell it: one customer, or several in a list of links. */
    private static final class Belonging {

        private final String enteredBy;
        private String owner;
        private String customer;
        private Set<String> links = Set.of();

        Belonging(String enteredBy) {
            this.enteredBy = enteredBy;
        }

        Set<String> customers() {
            return !links.isEmpty() ? links : customer == null ? Set.of() : Set.of(customer);
        }

        void happened(String type, JsonNode data) {
            if (data.path("facts").isObject()) {
                owner = data.path("owner").asString(null);
                customer = null;
                links = Set.of();
                take(data.path("facts"));
            } else if (type.endsWith(".owner-assigned.v1")) {
                owner = data.path("owner").asString(null);
            } else {
                take(data.path("changed"));
                data.path("cleared").forEach(name -> clear(name.asString("")));
            }
        }

        private void take(JsonNode facts) {
            customer = facts.path(CUSTOMER).asString(customer);
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
