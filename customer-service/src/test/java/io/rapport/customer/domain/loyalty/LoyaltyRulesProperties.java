package io.rapport.customer.domain.loyalty;

import io.rapport.contracts.Money;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class LoyaltyRulesProperties {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Property
    void theSameOrdersAndRulesGiveTheSamePointsInWhateverOrder(@ForAll("purchases") List<Purchase> purchases,
                                                               @ForAll("sets") List<RuleSet> sets,
                                                               @ForAll Random random) {
        LoyaltyRules rules = new LoyaltyRules(sets);
        long earned = rules.earned(purchases);
        List<Purchase> otherOrder = new ArrayList<>(purchases);
        Collections.shuffle(otherOrder, random);
        List<RuleSet> otherRules = new ArrayList<>(sets);
        Collections.shuffle(otherRules, random);
        LoyaltyRules same = new LoyaltyRules(otherRules);
        assertThat(same.earned(otherOrder)).isEqualTo(earned);
        LocalDate day = FIRST.plusDays(random.nextInt(400));
        assertThat(same.tier(earned, day)).isEqualTo(rules.tier(earned, day));
    }

    @Property
    void aCancelledOrderTakesBackExactlyWhatItEarned(@ForAll("purchases") List<Purchase> purchases,
                                                     @ForAll("sets") List<RuleSet> sets, @ForAll Random random) {
        if (purchases.isEmpty()) {
            return;
        }
        LoyaltyRules rules = new LoyaltyRules(sets);
        int at = random.nextInt(purchases.size());
        Purchase gone = purchases.get(at);
        List<Purchase> after = new ArrayList<>(purchases);
        after.set(at, new Purchase(gone.orderId(), gone.number(), gone.orderedAt(), gone.amount(), true,
                gone.archived()));
        assertThat(rules.earned(purchases) - rules.earned(after)).isEqualTo(rules.earned(gone).points());
    }

    @Property
    void pointsNeverExceedWhatWasSpent(@ForAll("purchases") List<Purchase> purchases,
                                       @ForAll("sets") List<RuleSet> sets) {
        LoyaltyRules rules = new LoyaltyRules(sets);
        for (Purchase purchase : purchases) {
            Earned earned = rules.earned(purchase);
            if (earned.by() == null) {
                assertThat(earned.points()).isZero();
            } else {
                BigDecimal per = earned.by().spend().amount();
                BigDecimal full = BigDecimal.valueOf(earned.points() / earned.by().points());
                assertThat(full.multiply(per)).isLessThanOrEqualTo(purchase.amount().amount());
                assertThat(full.add(BigDecimal.ONE).multiply(per)).isGreaterThan(purchase.amount().amount());
            }
        }
    }

    @Provide
    Arbitrary<List<Purchase>> purchases() {
        Arbitrary<Money> amounts = Combinators.combine(
                Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("99999.99")).ofScale(2),
                Arbitraries.of("CNY", "USD", "EUR")).as(Money::new);
        return Combinators.combine(Arbitraries.integers().between(-30, 400), amounts, Arbitraries.of(true, false),
                        Arbitraries.of(false, false, false, true))
                .as((day, amount, cancelled, archived) ->
                        new Purchase("o", "1", FIRST.plusDays(day), amount, cancelled, archived))
                .list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<RuleSet>> sets() {
        Arbitrary<RuleSet.Earning> earning = Combinators.combine(
                Arbitraries.bigDecimals().between(new BigDecimal("0.01"), new BigDecimal("100")).ofScale(2),
                Arbitraries.longs().between(1, 100))
                .as((spend, points) -> new RuleSet.Earning(new Money(spend, "CNY"), points));
        return Combinators.combine(Arbitraries.integers().between(0, 365), earning, earning)
                .as((day, yuan, other) -> new RuleSet(FIRST.plusDays(day), List.of(yuan,
                        new RuleSet.Earning(new Money(other.spend().amount(), "USD"), other.points())), tiers()))
                .list().uniqueElements(RuleSet::validFrom).ofMaxSize(5);
    }

    private static List<RuleSet.Tier> tiers() {
        return IntStream.range(0, 3).mapToObj(i -> new RuleSet.Tier("T" + i, null, i * 1000L)).toList();
    }
}
