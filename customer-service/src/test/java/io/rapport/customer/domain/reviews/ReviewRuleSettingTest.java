package io.rapport.customer.domain.reviews;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Role;
import io.rapport.customer.domain.customers.CustomerSettings;
import io.rapport.customer.domain.customers.ReviewRule;
import io.rapport.customer.domain.customers.ReviewRule.Case;
import io.rapport.customer.domain.customers.ReviewRule.Entry;
import io.rapport.customer.domain.reviews.ReviewRuleCommand.Define;
import io.rapport.customer.domain.reviews.ReviewRuleCommand.Redefine;
import io.rapport.customer.domain.reviews.ReviewRuleEvent.Defined;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ReviewRuleSettingTest {

    private static final String ID = ReviewRuleSetting.ID;
    private static final ReviewRule RULE = new ReviewRule(List.of(
            new Case("Imported", Entry.IMPORT, null, null),
            new Case("Fair", null, Set.of(Role.REP), Map.of("source", List.of("展会")))));

    private final FixtureConfiguration<ReviewRuleSetting> fixture = fixture();

    @Test
    void aRuleIsDefinedAsAWhole() {
        fixture.givenNoPriorActivity().when(new Define(ID, RULE)).expectEvents(new Defined(RULE));
    }

    @Test
    void itIsReplacedByAnother() {
        fixture.given(new Defined(RULE)).when(new Redefine(ID, null, ReviewRule.NONE))
                .expectEvents(new Defined(ReviewRule.NONE));
    }

    @Test
    void theSameRuleAgainIsNoEvent() {
        fixture.given(new Defined(RULE)).when(new Redefine(ID, null, RULE)).expectNoEvents();
    }

    @Test
    void everyPartThatMakesNoSenseIsNamed() {
        refused(new ReviewRule(List.of(
                        new Case(" ", null, null, null),
                        new Case("A", null, null, Map.of("name", List.of("x"))),
                        new Case("A", null, null, Map.of("source", List.of())),
                        new Case("B", null, null, Map.of("region", List.of("华东", ""))))),
                "cases[0].name:required", "cases[1].where.name:choice-unknown", "cases[2].name:review-case-named-twice",
                "cases[2].where.source:required", "cases[3].where.region[1]:required");
    }

    @Test
    void aRuleHasItsLimits() {
        refused(new ReviewRule(Collections.nCopies(21, new Case("A", null, null, null))), "cases:too-many");
        refused(new ReviewRule(List.of(new Case("A", null, null,
                Map.of("source", Collections.nCopies(101, "x"))))), "cases[0].where.source:too-many");
        refused(new ReviewRule(List.of(new Case("x".repeat(101), null, null, null))), "cases[0].name:too-long");
    }

    @Test
    void aValueThatNoCustomerCanHaveIsNamed() {
        refused(new ReviewRule(List.of(new Case("A", null, null, Map.of("type", List.of("VIP", "KING"))))),
                "cases[0].where.type[1]:choice-unknown");
    }

    private static FixtureConfiguration<ReviewRuleSetting> fixture() {
        return new AggregateTestFixture<>(ReviewRuleSetting.class)
                .registerInjectableResource(CustomerSettings.shipped());
    }

    private static void refused(ReviewRule rule, String... errors) {
        fixture().given(new Defined(RULE)).when(new Redefine(ID, null, rule))
                .expectNoEvents().expectException(new CustomMatcher<Throwable>(String.join(" ", errors)) {
                    @Override
                    public boolean matches(Object thrown) {
                        return thrown instanceof Refusal refusal && refusal.kind() == Refusal.Kind.INVALID
                                && refusal.errors().stream().map(one -> one.field() + ':' + one.code()).toList()
                                        .equals(List.of(errors));
                    }
                });
    }
}
