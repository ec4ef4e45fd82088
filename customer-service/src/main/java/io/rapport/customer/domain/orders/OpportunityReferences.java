package io.rapport.customer.domain.orders;

/** Which opportunities an order may come from, as far as everything committed before tells. */
public interface OpportunityReferences {

    /** What a customer's order would find. */
    enum Standing {
        OF_THE_CUSTOMER,
        OF_ANOTHER,
        UNKNOWN
    }

    /**
     * How an opportunity, open or not, stands to a customer. Customers that were merged are one.
     *
     * @param customerId null where the order has none yet
     */
    Standing of(String opportunityId, String customerId);
}
