package io.rapport.customer.api.loyalty;

/**
 * A redemption as clients ask for it.
 *
 * @param points how many; null counts as none, which is refused
 * @param reward what the customer gets for them; may be null
 */
record RedemptionRequest(Long points, String reward) {

    long pointsOrNone() {
        return points == null ? 0 : points;
    }
}
