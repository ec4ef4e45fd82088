package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;

/** The customers beside the one that handles a command, in the command's own transaction. */
public interface OtherCustomers {

    /**
     * The present state of another customer; nobody else changes it before the transaction ends.
     *
     * @throws Refusal INVALID with field {@code from} when there is none
     */
    CustomerState stateOf(String customerId);

    /** Something that happened to another customer as well. */
    void record(String customerId, CustomerEvent event);
}
