package io.rapport.customer.domain.loyalty;

/** What has happened to a redemption, as it is stored. */
public sealed interface RedemptionEvent {

    record Made(String redemptionId, String customerId, long points, String reward) implements RedemptionEvent {
    }

    /** The customer has the points again. */
    record TakenBack() implements RedemptionEvent {
    }
}
