package io.rapport.customer.api.loyalty;

import io.rapport.contracts.Money;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.loyalty.RuleSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Loyalty rules as an administrator writes them.
 *
 * @param validFrom may be left out; the path says it
 * @param earning   null counts as none
 * @param tiers     from the lowest to the highest; null counts as none
 */
record LoyaltyRulesRequest(LocalDate validFrom, List<Earning> earning, List<Tier> tiers) {

    /** @param points null counts as 0 */
    record Earning(Money spend, Long points) {
    }

    /** @param points null counts as 0 */
    record Tier(String code, Map<String, String> label, Long points) {
    }

    /** @throws Refusal INVALID where the body names another day than the path */
    RuleSet rules(LocalDate day) {
        if (validFrom != null && !validFrom.equals(day)) {
            throw Refusal.of(Refusal.Kind.INVALID, "validFrom", "loyalty-day-differs", day);
        }
        return new RuleSet(day,
                earning == null ? List.of() : earning.stream()
                        .map(rule -> new RuleSet.Earning(rule.spend(), orNone(rule.points()))).toList(),
                tiers == null ? List.of() : tiers.stream()
                        .map(tier -> new RuleSet.Tier(tier.code(), tier.label(), orNone(tier.points()))).toList());
    }

    private static long orNone(Long points) {
        return points == null ? 0 : points;
    }
}
