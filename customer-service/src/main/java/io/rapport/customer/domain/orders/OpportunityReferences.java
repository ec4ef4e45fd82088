package io.rapport.customer.domain.orders;

/** Which opportunities an order may come from, as far as everything committed before tells. */
public interface OpportunityReferences {

    /** Whether there is such an opportunity, open or not. */
    boolean exist(String opportunityId);
}
