package io.rapport.customer.domain.opportunities;

/** How an opportunity stands. */
public enum OpportunityStatus {
    OPEN,
    WON,
    LOST
}
