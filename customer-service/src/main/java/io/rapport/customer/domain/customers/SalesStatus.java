package io.rapport.customer.domain.customers;

/** Sales status 客户状态: how far selling to the customer has come. */
public enum SalesStatus {
    POTENTIAL,
    FOLLOWING_UP,
    PENDING_CONFIRMATION,
    CLOSED_WON,
    LOST
}
