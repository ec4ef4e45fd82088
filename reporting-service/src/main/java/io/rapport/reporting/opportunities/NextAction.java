package io.rapport.reporting.opportunities;

import io.rapport.contracts.Money;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What to do next about an open opportunity, and why: which rule says so and which facts it looked at. Depends on the
 * opportunity and the day alone. The rules are asked in the order of {@link Rule}; the first that has something to say
 * is the answer.
 *
 * @param facts names and values, in the order in which the rule's sentence names them
 */
public record NextAction(Rule rule, Map<String, String> facts) {

    /** Name of the field in answers. */
    static final String FIELD = "nextBestAction";

    private static final int NEAR_DAYS = 14;
    private static final int LIKELY_PERCENT = 50;
    private static final int BUDGET_PERCENT = 30;
    private static final Optional<Map<String, String>> NOTHING = Optional.empty();

    public NextAction {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** What may be said, the most urgent first. */
    public enum Rule {

        /** Its expected close is over. */
        CLOSE_DATE_PASSED(s -> s.daysLeft() != null && s.daysLeft() < 0
                ? because("expectedClose", s.opportunity.expectedClose(), "daysOver", -s.daysLeft()) : NOTHING),

        /** It has been in its stage for too long. */
        STALLED(s -> s.opportunity.stalledOn(s.today) ? because("stage", s.opportunity.stage(), "daysInStage",
                s.daysInStage(), "stalledAfterDays", s.opportunity.stalledAfterDays()) : NOTHING),

        NOBODY_OWNS_IT(s -> s.opportunity.owner() == null ? because() : NOTHING),

        CLOSE_IS_NEAR_BUT_UNLIKELY(s -> s.closesSoon() && s.percent() < LIKELY_PERCENT
                ? because("expectedClose", s.opportunity.expectedClose(), "daysLeft", s.daysLeft(),
                        "effectiveProbability", s.percent()) : NOTHING),

        /** Only where both are of one currency. */
        OVER_BUDGET(s -> s.isOverBudget() ? because("amount", text(s.opportunity.amount()), "budget",
                text(s.opportunity.budget())) : NOTHING),

        NOBODY_TO_TALK_TO(s -> s.opportunity.contactIds().isEmpty() ? because() : NOTHING),

        NEED_UNKNOWN(s -> s.opportunity.need() == null ? because() : NOTHING),

        AMOUNT_UNKNOWN(s -> s.opportunity.amount() == null ? because() : NOTHING),

        CLOSE_DATE_UNKNOWN(s -> s.opportunity.expectedClose() == null ? because() : NOTHING),

        BUDGET_UNKNOWN(s -> s.opportunity.budget() == null && s.percent() >= BUDGET_PERCENT
                ? because("effectiveProbability", s.percent()) : NOTHING),

        CLOSE_IS_NEAR(s -> s.closesSoon()
                ? because("expectedClose", s.opportunity.expectedClose(), "daysLeft", s.daysLeft()) : NOTHING),

        COMPETITION(s -> s.opportunity.competitors().isEmpty() ? NOTHING
                : because("competitors", String.join(", ", s.opportunity.competitors()))),

        /** Always has something to say. */
        MOVE_ON(s -> because("stage", s.opportunity.stage(), "daysInStage", s.daysInStage()));

        private final Function<Situation, Optional<Map<String, String>>> condition;

        Rule(Function<Situation, Optional<Map<String, String>>> condition) {
            this.condition = condition;
        }

        /** Stable name: {@code close-date-passed}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param today in UTC
     * @return empty when it is won, lost or archived
     */
    public static Optional<NextAction> of(OpportunityDocument opportunity, LocalDate today) {
        if (!opportunity.isOpen() || opportunity.archived()) {
            return Optional.empty();
        }
        Situation situation = new Situation(opportunity, today);
        return Arrays.stream(Rule.values())
                .flatMap(rule -> rule.condition.apply(situation).map(facts -> new NextAction(rule, facts)).stream())
                .findFirst();
    }

    /** An opportunity on a day. */
    private record Situation(OpportunityDocument opportunity, LocalDate today) {

        /** Until the expected close, negative after it; null when there is none. */
        Long daysLeft() {
            return opportunity.expectedClose() == null ? null
                    : ChronoUnit.DAYS.between(today, opportunity.expectedClose());
        }

        boolean closesSoon() {
            return daysLeft() != null && daysLeft() >= 0 && daysLeft() <= NEAR_DAYS;
        }

        long daysInStage() {
            return opportunity.stageSince() == null ? 0
                    : Math.max(0, ChronoUnit.DAYS.between(
                            LocalDate.ofInstant(opportunity.stageSince(), ZoneOffset.UTC), today));
        }

        int percent() {
            return opportunity.effectiveProbability() == null ? 0 : opportunity.effectiveProbability();
        }

        boolean isOverBudget() {
            Money amount = opportunity.amount();
            Money budget = opportunity.budget();
            return amount != null && budget != null && amount.currency().equals(budget.currency())
                    && amount.amount().compareTo(budget.amount()) > 0;
        }
    }

    private static Optional<Map<String, String>> because(Object... namesAndValues) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], String.valueOf(namesAndValues[i + 1]));
        }
        return Optional.of(facts);
    }

    private static String text(Money money) {
        return money.amount().toPlainString() + ' ' + money.currency();
    }
}
