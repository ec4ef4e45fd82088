package io.rapport.customer.api.loyalty;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.Money;
import io.rapport.customer.application.loyalty.LoyaltyAccount;
import io.rapport.customer.application.loyalty.MadeRedemption;
import io.rapport.customer.domain.loyalty.Earned;
import io.rapport.customer.domain.loyalty.LoyaltyRules;
import io.rapport.customer.domain.loyalty.RuleSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Points and tier of a customer as answers show them.
 *
 * @param earned    points of all orders that count
 * @param redeemed  points given for rewards
 * @param balance   what can be redeemed now
 * @param owed      points redeemed that a cancelled order has taken back since: the next orders make up for them first
 * @param tier      null below the first
 * @param nextTier  null on the highest
 * @param rules     day from which the rules of today hold; null where there are none
 * @param movements the latest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LoyaltyAnswer(long earned, long redeemed, long balance, long owed, Tier tier, Tier nextTier, LocalDate rules,
                     Movements movements) {

    /** @param missing points that the customer lacks to reach it; null on the present tier */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tier(String code, Map<String, String> label, long points, Long missing) {
    }

    record Movements(List<Movement> items, long total) {
    }

    /**
     * One movement, explained.
     *
     * @param points  negative where they were given for a reward
     * @param because a name of {@link Earned.Because}, {@code REDEEMED} or {@code REDEMPTION_TAKEN_BACK}
     * @param rules   day from which the rules hold that decided on an order
     * @param by      the rule that decided on an order: so many points for so much spent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Movement(LocalDate day, long points, String because, String orderId, String orderNumber, Money amount,
                    LocalDate rules, RuleSet.Earning by, String redemptionId, String reward, Instant at, String who,
                    String why) {
    }

    static LoyaltyAnswer of(LoyaltyAccount account, LoyaltyRules rules, LocalDate today, long skip, int size,
                            boolean withMoney) {
        long earned = account.totalEarned();
        long balance = account.balance();
        List<Movement> page = Stream.concat(account.earned().stream().map(purchase -> movement(purchase, withMoney)),
                        account.redemptions().stream().map(LoyaltyAnswer::movement))
                .sorted(Comparator.comparing(Movement::day).reversed()).skip(skip).limit(size).toList();
        return new LoyaltyAnswer(earned, account.totalRedeemed(), Math.max(0, balance), Math.max(0, -balance),
                rules.tier(earned, today).map(tier -> tier(tier, null)).orElse(null),
                rules.nextTier(earned, today).map(tier -> tier(tier, tier.points() - earned)).orElse(null),
                rules.on(today).map(RuleSet::validFrom).orElse(null),
                new Movements(page, account.earned().size() + account.redemptions().size()));
    }

    private static Tier tier(RuleSet.Tier tier, Long missing) {
        return new Tier(tier.code(), tier.label(), tier.points(), missing);
    }

    private static Movement movement(Earned earned, boolean withMoney) {
        return new Movement(earned.purchase().orderedAt(), earned.points(), earned.because().name(),
                earned.purchase().orderId(), earned.purchase().number(),
                withMoney ? earned.purchase().amount() : null, earned.validFrom(), withMoney ? earned.by() : null,
                null, null, null, null, null);
    }

    private static Movement movement(MadeRedemption made) {
        boolean stands = made.takenBackAt() == null;
        return new Movement(LocalDate.ofInstant(made.madeAt(), ZoneOffset.UTC), -made.taken(),
                stands ? "REDEEMED" : "REDEMPTION_TAKEN_BACK", null, null, null, null, null, made.redemptionId(),
                made.reward(), made.madeAt(), stands ? made.madeBy() : made.takenBackBy(), made.reason());
    }
}
