package io.rapport.customer.domain.customers;

import io.rapport.values.FieldErrors;
import io.rapport.values.RecordReference;

import java.util.Collection;

/** Which customers other records may belong to, as far as everything committed before tells. */
public interface CustomerReferences {

    /** What a new reference to a customer would find. */
    enum Standing {
        IN_USE,
        ARCHIVED,
        UNKNOWN
    }

    Standing of(String customerId);

    /**
     * Looks up many customers together, so that {@link #of} need not ask for each of them until the end of the running
     * transaction. For batches; outside a transaction nothing happens.
     */
    void prepare(Collection<String> customerIds);

    /**
     * Adds {@code id-malformed}, {@code customer-unknown} or {@code customer-not-in-use} where no new record may belong
     * to the customer.
     *
     * @param customerId null passes
     */
    default void check(String field, String customerId, FieldErrors errors) {
        FieldErrors shape = new FieldErrors();
        RecordReference.check(field, customerId, shape);
        if (!shape.isEmpty()) {
            RecordReference.check(field, customerId, errors);
        } else if (customerId != null) {
            switch (of(customerId)) {
                case IN_USE -> { }
                case ARCHIVED -> errors.add(field, "customer-not-in-use");
                case UNKNOWN -> errors.add(field, "customer-unknown");
            }
        }
    }
}
