package io.rapport.customer.domain.loyalty;

/** What customers have to redeem, in the transaction of the command. */
public interface LoyaltyBalances {

    /**
     * Takes points for a redemption if the customer has so many. Redemptions of one customer wait for each other, and
     * see each other also within one transaction.
     *
     * @return points earned less points redeemed before; if these are fewer than asked for, nothing was taken. Below 0
     *         where an order that earned redeemed points was cancelled
     */
    long take(String customerId, String redemptionId, long points);
}
