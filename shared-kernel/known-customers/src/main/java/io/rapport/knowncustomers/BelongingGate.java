package io.rapport.knowncustomers;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.CommandGate;
import io.rapport.eventstore.relay.PastEvents;
import io.rapport.knowncustomers.BelongingRecords.Asked;
import io.rapport.rights.Action;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.rights.Rights;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.web.signin.Caller;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Enforces rights on records that belong to customers of another service: each is held by whoever entered it, and by
 * the owner of its customer.
 */
final class BelongingGate implements CommandGate {

    private final BelongingRecords records;
    private final KnownCustomers customers;
    private final CallerRights callers;
    private final PastEvents past;

    BelongingGate(BelongingRecords records, KnownCustomers customers, CallerRights callers, PastEvents past) {
        this.records = records;
        this.customers = customers;
        this.callers = callers;
        this.past = past;
    }

    @Override
    public Object toCreate(Object command, Caller caller) {
        Rights rights = callers.of(caller);
        Asked asked = records.asked(command);
        checkCustomer(asked.wantedCustomerId(), rights);
        Holders holders = customers.holders(caller.name(), asked.wantedCustomerId());
        checkWritable(holders, rights);
        checkFields(asked.fields(), holders, rights);
        return command;
    }

    @Override
    public void toChange(Object aggregateRoot, Object command, Caller caller) {
        Rights rights = callers.of(caller);
        Asked asked = records.asked(aggregateRoot, command);
        Holders holders = customers.holders(enteredBy(asked.recordId()), asked.customerId());
        if (!rights.may(records.kind(), Action.READ, holders)) {
            throw Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
        }
        checkWritable(holders, rights);
        checkFields(asked.fields(), holders, rights);
        if (asked.wantedCustomerId() != null && !asked.wantedCustomerId().equals(asked.customerId())) {
            checkCustomer(asked.wantedCustomerId(), rights);
        }
    }

    private String enteredBy(String recordId) {
        return past.of(recordId, 0, Instant.MAX, 1).getFirst().actor();
    }

    /** @throws Refusal INVALID, the same for a customer that there is not and one that the caller does not see */
    private void checkCustomer(String customerId, Rights rights) {
        if (customerId != null && !customers.isVisible(customerId, rights)) {
            throw Refusal.of(Refusal.Kind.INVALID, "customerId", "customer-unknown");
        }
    }

    /** @throws Refusal FORBIDDEN */
    private void checkWritable(Holders holders, Rights rights) {
        if (!rights.may(records.kind(), Action.WRITE, holders)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "", "record-not-yours");
        }
    }

    /**
     * Whoever does not see a field as it is does not write it either.
     *
     * @throws Refusal FORBIDDEN naming every field at fault
     */
    private void checkFields(Collection<String> fields, Holders holders, Rights rights) {
        Kind kind = records.kind();
        List<FieldError> errors = fields.stream()
                .filter(field -> DeclaredRights.get().field(kind, field).stream()
                        .flatMap(rule -> rule.classes().stream())
                        .anyMatch(fieldClass -> !rights.full(kind, fieldClass).include(holders)))
                .sorted().map(field -> FieldError.of(field, "field-not-yours")).toList();
        if (!errors.isEmpty()) {
            throw Refusal.forbidden(errors);
        }
    }
}
