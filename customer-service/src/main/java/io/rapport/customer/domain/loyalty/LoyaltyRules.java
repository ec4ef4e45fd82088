package io.rapport.customer.domain.loyalty;

import io.rapport.contracts.Money;
import io.rapport.customer.domain.loyalty.Earned.Because;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All rule sets, and what follows from them: the same orders and rules give the same points and tiers, whenever and in
 * whatever order they came to be known.
 */
public record LoyaltyRules(List<RuleSet> sets) {

    /** No order earns more, so that sums over a customer's orders stay exact. */
    static final long MOST_POINTS_OF_ORDER = 1_000_000_000_000L;

    public LoyaltyRules {
        sets = sets.stream().sorted(Comparator.comparing(RuleSet::validFrom)).toList();
    }

    /** The rules in force on a day: those that took over last. */
    public Optional<RuleSet> on(LocalDate day) {
        return sets.stream().filter(set -> !set.validFrom().isAfter(day)).reduce((_, later) -> later);
    }

    /** What an order earns: each full amount of its currency's rule, by the rules of its own day. */
    public Earned earned(Purchase purchase) {
        Optional<RuleSet> inForce = on(purchase.orderedAt());
        LocalDate validFrom = inForce.map(RuleSet::validFrom).orElse(null);
        if (purchase.cancelled() || purchase.archived()) {
            return new Earned(purchase, 0,
                    purchase.cancelled() ? Because.ORDER_CANCELLED : Because.ORDER_ARCHIVED, validFrom, null);
        }
        if (inForce.isEmpty()) {
            return new Earned(purchase, 0, Because.NO_RULES_THAT_DAY, null, null);
        }
        return inForce.get().earning().stream()
                .filter(rule -> rule.spend().currency().equals(purchase.amount().currency())).findFirst()
                .map(rule -> new Earned(purchase, points(rule, purchase.amount()), Because.BY_RULE, validFrom, rule))
                .orElseGet(() -> new Earned(purchase, 0, Because.NO_RULE_FOR_CURRENCY, validFrom, null));
    }

    /** What all orders of a customer earned. */
    public long earned(Collection<Purchase> purchases) {
        return purchases.stream().mapToLong(purchase -> earned(purchase).points()).sum();
    }

    /** The highest tier that so many points have reached by the rules of a day; empty below the first. */
    public Optional<RuleSet.Tier> tier(long earned, LocalDate day) {
        return tiersOn(day).stream().filter(tier -> tier.points() <= earned).reduce((_, higher) -> higher);
    }

    /** The next tier to reach; empty on the highest. */
    public Optional<RuleSet.Tier> nextTier(long earned, LocalDate day) {
        return tiersOn(day).stream().filter(tier -> tier.points() > earned).findFirst();
    }

    private List<RuleSet.Tier> tiersOn(LocalDate day) {
        return on(day).map(RuleSet::tiers).orElse(List.of());
    }

    private static long points(RuleSet.Earning rule, Money amount) {
        BigDecimal points = amount.amount().divideToIntegralValue(rule.spend().amount())
                .multiply(BigDecimal.valueOf(rule.points()));
        return points.min(BigDecimal.valueOf(MOST_POINTS_OF_ORDER)).longValueExact();
    }
}
