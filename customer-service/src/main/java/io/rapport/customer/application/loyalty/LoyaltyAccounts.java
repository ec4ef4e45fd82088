package io.rapport.customer.application.loyalty;

import io.rapport.customer.application.orders.CustomerOrders;
import io.rapport.customer.domain.loyalty.LoyaltyBalances;
import io.rapport.customer.domain.loyalty.LoyaltyRules;
import org.springframework.stereotype.Component;

/** The loyalty accounts of customers, as everything committed so far makes them. */
@Component
public class LoyaltyAccounts implements LoyaltyBalances {

    private final CustomerOrders orders;
    private final CustomerRedemptions redemptions;
    private final AdministeredLoyaltyRules rules;

    LoyaltyAccounts(CustomerOrders orders, CustomerRedemptions redemptions, AdministeredLoyaltyRules rules) {
        this.orders = orders;
        this.redemptions = redemptions;
        this.rules = rules;
    }

    public LoyaltyAccount of(String customerId, LoyaltyRules present) {
        return new LoyaltyAccount(orders.of(customerId).stream().map(present::earned).toList(),
                redemptions.of(customerId));
    }

    /** Whether the customer made the redemption. */
    public boolean made(String customerId, String redemptionId) {
        return redemptions.belongs(redemptionId, customerId);
    }

    @Override
    public long take(String customerId, String redemptionId, long points) {
        redemptions.lock(customerId);
        long balance = of(customerId, rules.present()).balance();
        if (points <= balance) {
            redemptions.note(redemptionId, customerId, points);
        }
        return balance;
    }
}
