package io.rapport.customer.application.loyalty;

import io.rapport.customer.domain.loyalty.Earned;

import java.util.List;

/**
 * All that happened to the points of a customer. Nothing here is stored: it follows from orders, rules and redemptions.
 *
 * @param earned      by each order, the latest first; those that earned nothing too
 * @param redemptions the latest first; those that were taken back too
 */
public record LoyaltyAccount(List<Earned> earned, List<MadeRedemption> redemptions) {

    /** Points earned ever by orders that count. */
    public long totalEarned() {
        return earned.stream().mapToLong(Earned::points).sum();
    }

    /** Points given for rewards. */
    public long totalRedeemed() {
        return redemptions.stream().mapToLong(MadeRedemption::taken).sum();
    }

    /** Below 0 where an order that earned redeemed points was cancelled. */
    public long balance() {
        return totalEarned() - totalRedeemed();
    }
}
