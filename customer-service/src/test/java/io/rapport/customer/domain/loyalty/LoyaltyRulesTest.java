package io.rapport.customer.domain.loyalty;

import io.rapport.contracts.Money;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.loyalty.Earned.Because;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

class LoyaltyRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final RuleSet JANUARY = new RuleSet(LocalDate.of(2026, 1, 1),
            List.of(new RuleSet.Earning(yuan("10"), 1)), List.of(tier("SILVER", 1), tier("GOLD", 1000)));
    private static final RuleSet APRIL = new RuleSet(LocalDate.of(2026, 4, 1),
            List.of(new RuleSet.Earning(yuan("10"), 3)), List.of(tier("GOLD", 500)));
    private static final LoyaltyRules RULES = new LoyaltyRules(List.of(APRIL, JANUARY));

    @Test
    void onlyFullAmountsEarn() {
        assertThat(RULES.earned(purchase(DAY, "99.99", false)))
                .isEqualTo(new Earned(purchase(DAY, "99.99", false), 9, Because.BY_RULE, JANUARY.validFrom(),
                        JANUARY.earning().getFirst()));
    }

    @Test
    void theRulesOfTheOrdersOwnDayDecide() {
        assertThat(RULES.earned(purchase(APRIL.validFrom().minusDays(1), "100", false)).points()).isEqualTo(10);
        assertThat(RULES.earned(purchase(APRIL.validFrom(), "100", false)).points()).isEqualTo(30);
        assertThat(RULES.earned(purchase(JANUARY.validFrom().minusDays(1), "100", false)))
                .extracting(Earned::points, Earned::because).containsExactly(0L, Because.NO_RULES_THAT_DAY);
    }

    @Test
    void whatDoesNotCountEarnsNothingAndSaysWhy() {
        assertThat(RULES.earned(purchase(DAY, "100", true)).because()).isEqualTo(Because.ORDER_CANCELLED);
        Purchase archived = new Purchase("o", "1", DAY, yuan("100"), false, true);
        assertThat(RULES.earned(archived).because()).isEqualTo(Because.ORDER_ARCHIVED);
        Purchase dollars = new Purchase("o", "1", DAY, new Money(new BigDecimal("100"), "USD"), false, false);
        assertThat(RULES.earned(dollars).because()).isEqualTo(Because.NO_RULE_FOR_CURRENCY);
    }

    @Test
    void theLargestOrderEarnsABoundedNumber() {
        RuleSet generous = new RuleSet(DAY, List.of(new RuleSet.Earning(yuan("0.01"), 1_000_000)), List.of());
        assertThat(new LoyaltyRules(List.of(generous)).earned(purchase(DAY, "999999999999999999.99", false)).points())
                .isEqualTo(LoyaltyRules.MOST_POINTS_OF_ORDER);
    }

    @Test
    void tiersAreThoseOfTheDayThatAsks() {
        assertThat(RULES.tier(999, DAY)).map(RuleSet.Tier::code).contains("SILVER");
        assertThat(RULES.nextTier(999, DAY)).map(RuleSet.Tier::code).contains("GOLD");
        assertThat(RULES.tier(1000, DAY)).map(RuleSet.Tier::code).contains("GOLD");
        assertThat(RULES.nextTier(1000, DAY)).isEmpty();
        assertThat(RULES.tier(499, APRIL.validFrom())).isEmpty();
        assertThat(RULES.tier(999, APRIL.validFrom())).map(RuleSet.Tier::code).contains("GOLD");
    }

    @Test
    void everythingWrongWithRulesIsNamed() {
        RuleSet wrong = new RuleSet(DAY, List.of(new RuleSet.Earning(yuan("0"), 0), new RuleSet.Earning(yuan("1"), 1),
                new RuleSet.Earning(null, 1)), List.of(new RuleSet.Tier("gold", null, 5), tier("A", 5), tier("A", 6)));
        assertThatThrownBy(() -> LoyaltyPolicies.check(wrong)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.errors()).extracting(FieldError::field, FieldError::code).containsExactlyInAnyOrder(
                        tuple("earning[0].spend.amount", "loyalty-spend-nothing"),
                        tuple("earning[0].points", "points-out-of-range"),
                        tuple("earning[1].spend.currency", "loyalty-currency-twice"),
                        tuple("earning[2].spend", "required"), tuple("tiers[0].code", "loyalty-tier-code"),
                        tuple("tiers[0].label", "required"), tuple("tiers[1].points", "loyalty-tiers-rise"),
                        tuple("tiers[2].code", "loyalty-tier-twice")));
    }

    @Test
    void rulesAreSettledChangedAndRemoved() {
        var fixture = new AggregateTestFixture<>(LoyaltyRuleSet.class);
        String id = JANUARY.id();
        RuleSet other = new RuleSet(JANUARY.validFrom(), List.of(), List.of());
        fixture.givenNoPriorActivity().when(new LoyaltyRulesCommand.Define(id, JANUARY))
                .expectEvents(new LoyaltyRulesEvent.Defined(JANUARY));
        fixture.given(new LoyaltyRulesEvent.Defined(JANUARY))
                .when(new LoyaltyRulesCommand.Redefine(id, null, JANUARY)).expectNoEvents();
        fixture.given(new LoyaltyRulesEvent.Defined(JANUARY))
                .when(new LoyaltyRulesCommand.Redefine(id, null, other))
                .expectEvents(new LoyaltyRulesEvent.Defined(other));
        fixture.given(new LoyaltyRulesEvent.Defined(JANUARY)).when(new LoyaltyRulesCommand.Remove(id, null))
                .expectEvents(new LoyaltyRulesEvent.Removed(JANUARY.validFrom()));
        fixture.given(new LoyaltyRulesEvent.Defined(JANUARY), new LoyaltyRulesEvent.Removed(JANUARY.validFrom()))
                .when(new LoyaltyRulesCommand.Redefine(id, null, JANUARY))
                .expectEvents(new LoyaltyRulesEvent.Defined(JANUARY));
    }

    private static Purchase purchase(LocalDate day, String amount, boolean cancelled) {
        return new Purchase("o", "1", day, yuan(amount), cancelled, false);
    }

    private static RuleSet.Tier tier(String code, long points) {
        return new RuleSet.Tier(code, Map.of("en", code), points);
    }

    private static Money yuan(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
