package io.rapport.customer.domain.loyalty;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.AmountRule;
import io.rapport.values.DateRule;
import io.rapport.values.FieldErrors;
import io.rapport.values.LocalizedLabel;
import io.rapport.values.TextRule;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The rule book of loyalty: what rules may say, and when points may be redeemed. */
final class LoyaltyPolicies {

    private static final int MOST_EARNINGS = 200;
    private static final int MOST_TIERS = 20;
    private static final long MOST_POINTS_OF_RULE = 1_000_000;
    private static final long MOST_POINTS = 1_000_000_000_000_000L;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");
    private static final TextRule REWARD = TextRule.line(200);
    private static final TextRule REASON = TextRule.lines(1_000);

    private LoyaltyPolicies() {
    }

    /** @throws Refusal INVALID with everything that is wrong */
    static void check(RuleSet rules) {
        FieldErrors errors = new FieldErrors();
        DateRule.check("validFrom", rules.validFrom(), errors);
        moneySpentEarnsPoints(rules, errors);
        tiersRise(rules, errors);
        errors.throwIfAny();
    }

    private static void moneySpentEarnsPoints(RuleSet rules, FieldErrors errors) {
        if (rules.earning().size() > MOST_EARNINGS) {
            errors.add("earning", "too-many", MOST_EARNINGS);
            return;
        }
        Set<String> currencies = new HashSet<>();
        for (int i = 0; i < rules.earning().size(); i++) {
            RuleSet.Earning rule = rules.earning().get(i);
            String field = "earning[" + i + ']';
            if (rule.spend() == null) {
                errors.add(field + ".spend", "required");
                continue;
            }
            AmountRule.check(field + ".spend", rule.spend(), errors);
            if (rule.spend().amount().signum() == 0) {
                errors.add(field + ".spend.amount", "loyalty-spend-nothing");
            }
            if (!currencies.add(rule.spend().currency())) {
                errors.add(field + ".spend.currency", "loyalty-currency-twice");
            }
            pointsAreWithin(field + ".points", rule.points(), MOST_POINTS_OF_RULE, errors);
        }
    }

    private static void tiersRise(RuleSet rules, FieldErrors errors) {
        if (rules.tiers().size() > MOST_TIERS) {
            errors.add("tiers", "too-many", MOST_TIERS);
            return;
        }
        Set<String> codes = new HashSet<>();
        long before = 0;
        for (int i = 0; i < rules.tiers().size(); i++) {
            RuleSet.Tier tier = rules.tiers().get(i);
            String field = "tiers[" + i + ']';
            if (tier.code() == null || !CODE.matcher(tier.code()).matches()) {
                errors.add(field + ".code", "loyalty-tier-code");
            } else if (!codes.add(tier.code())) {
                errors.add(field + ".code", "loyalty-tier-twice");
            }
            LocalizedLabel.check(field + ".label", tier.label(), errors);
            if (tier.points() < 1 || tier.points() > MOST_POINTS) {
                errors.add(field + ".points", "points-out-of-range", 1, MOST_POINTS);
            } else if (tier.points() <= before) {
                errors.add(field + ".points", "loyalty-tiers-rise");
            }
            before = Math.max(before, tier.points());
        }
    }

    static void aRedemptionSaysWhat(RedemptionCommand.Redeem command, FieldErrors errors) {
        pointsAreWithin("points", command.points(), MOST_POINTS, errors);
        REWARD.check("reward", command.reward(), errors);
    }

    static void takingBackGivesAReason(String reason, FieldErrors errors) {
        REASON.checkGiven("reason", reason, errors);
    }

    /** @throws Refusal CONFLICT: nobody redeems what he does not have */
    static void theBalanceSuffices(long points, long balance) {
        if (points > balance) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "points", "points-insufficient", Math.max(0, balance));
        }
    }

    private static void pointsAreWithin(String field, long points, long most, FieldErrors errors) {
        if (points < 1 || points > most) {
            errors.add(field, "points-out-of-range", 1, most);
        }
    }
}
