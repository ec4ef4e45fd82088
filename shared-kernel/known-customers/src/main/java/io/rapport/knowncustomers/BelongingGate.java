package io.rapport.knowncustomers;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.CommandGate;
import io.rapport.eventstore.relay.PastEvents;
import io.rapport.knowncustomers.BelongingRecords.Asked;
import io.rapport.rights.Action;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.FieldClass;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.rights.OwnerRules;
import io.rapport.rights.Rights;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.values.Assignment;
import io.rapport.web.signin.Caller;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Enforces rights on records that belong to customers of another service: each is held by its owner, or else by whoever
 * entered it, and by the owners of its customers.
 */
final class BelongingGate implements CommandGate {

    private final List<BelongingRecords> kinds;
    private final KnownCustomers customers;
    private final CallerRights callers;
    private final PastEvents past;

    BelongingGate(List<BelongingRecords> kinds, KnownCustomers customers, CallerRights callers, PastEvents past) {
        this.kinds = kinds;
        this.customers = customers;
        this.callers = callers;
        this.past = past;
    }

    @Override
    public Object toCreate(Object command, Caller caller) {
        Rights rights = callers.of(caller);
        BelongingRecords records = kindOf(command);
        Asked asked = records.asked(command);
        asked.wantedCustomers().forEach((field, customerId) -> checkCustomer(field, customerId, rights));
        Assignment assignment = asked.assign() == null ? Assignment.NOBODY
                : OwnerRules.ofNew(records.kind(), asked.assign().changed(), rights,
                        action -> rights.owners(records.kind(), action));
        Holders holders = customers.holders(assignment.owner() == null ? caller.name() : assignment.owner(),
                asked.wantedCustomers().values());
        checkWritable(records.kind(), holders, rights);
        checkFields(records.kind(), asked.fields(), holders, rights);
        return asked.assign() == null ? command : records.assigned(command, assignment);
    }

    @Override
    public void toChange(Object aggregateRoot, Object command, Caller caller) {
        Rights rights = callers.of(caller);
        BelongingRecords records = kindOf(command);
        Asked asked = records.asked(aggregateRoot, command);
        String owner = asked.assignment().owner() == null ? enteredBy(asked.recordId()) : asked.assignment().owner();
        Holders holders = customers.holders(owner, asked.customerIds());
        if (!rights.may(records.kind(), Action.READ, holders)) {
            throw Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
        }
        checkWritable(records.kind(), holders, rights);
        checkFields(records.kind(), asked.fields(), holders, rights);
        if (asked.assign() != null) {
            OwnerRules.check(asked.assignment(), asked.assign(), () -> holders,
                    rights.owners(records.kind(), Action.ASSIGN));
        }
        asked.wantedCustomers().forEach((field, customerId) -> {
            if (!asked.customerIds().contains(customerId)) {
                checkCustomer(field, customerId, rights);
            }
        });
    }

    private BelongingRecords kindOf(Object command) {
        return kinds.stream().filter(kind -> kind.concerns(command)).findFirst().orElseThrow(() ->
                new IllegalStateException("nobody tells whose the records are of " + command.getClass().getName()));
    }

    private String enteredBy(String recordId) {
        return past.of(recordId, 0, Instant.MAX, 1).getFirst().actor();
    }

    /** @throws Refusal INVALID, the same for a customer that there is not and one that the caller does not see */
    private void checkCustomer(String field, String customerId, Rights rights) {
        if (!customers.isVisible(customerId, rights)) {
            throw Refusal.of(Refusal.Kind.INVALID, field, "customer-unknown");
        }
    }

    /** @throws Refusal FORBIDDEN */
    private static void checkWritable(Kind kind, Holders holders, Rights rights) {
        if (!rights.may(kind, Action.WRITE, holders)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "", "record-not-yours");
        }
    }

    /**
     * Whoever does not see a field as it is does not write it either.
     *
     * @throws Refusal FORBIDDEN naming every field at fault
     */
    private static void checkFields(Kind kind, Collection<String> fields, Holders holders, Rights rights) {
        Set<FieldClass> hidden = EnumSet.noneOf(FieldClass.class);
        for (FieldClass one : FieldClass.values()) {
            if (!rights.full(kind, one).include(holders)) {
                hidden.add(one);
            }
        }
        List<FieldError> errors = fields.stream().filter(field -> DeclaredRights.get().isOfAny(hidden, kind, field))
                .sorted().map(field -> FieldError.of(field, "field-not-yours")).toList();
        if (!errors.isEmpty()) {
            throw Refusal.forbidden(errors);
        }
    }
}
