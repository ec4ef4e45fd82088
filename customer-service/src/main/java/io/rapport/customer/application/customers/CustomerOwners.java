package io.rapport.customer.application.customers;

import io.rapport.rights.Holders;

import java.util.Optional;

/** Who owns customers: what belongs to one is seen by whoever sees it. */
public interface CustomerOwners {

    /** The owner of a customer, or of the one that answers for it; empty where there is no such customer. */
    Optional<Holders> holders(String customerId);
}
