package io.rapport.reporting.opportunities;

import io.rapport.reporting.TestEvents;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

class NextActionTest {

    /** The opportunity comes into its stage on this day, stalls after 21 and is to close on the last day of the year. */
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final String COMPLETE = """
            {"name":"服务器","customerId":"c","contactIds":["p"],"amount":{"amount":"100.00","currency":"CNY"},
             "expectedClose":"2026-12-31","need":"扩容","budget":{"amount":"200.00","currency":"CNY"}}""";

    @Test
    void aCompleteOpportunityMovesOn() throws UnprojectableEvent {
        assertSuggests(NextAction.Rule.MOVE_ON, Map.of("stage", "QUOTATION", "daysInStage", "3"),
                opened(COMPLETE), START.plusDays(3));
    }

    @Test
    void whatStallsComesBeforeWhatIsMissing() throws UnprojectableEvent {
        OpportunityDocument bare = opened("{\"name\":\"a\",\"customerId\":\"c\"}");
        assertThat(suggested(bare, START.plusDays(20))).isEqualTo(NextAction.Rule.NOBODY_TO_TALK_TO);
        assertSuggests(NextAction.Rule.STALLED,
                Map.of("stage", "QUOTATION", "daysInStage", "21", "stalledAfterDays", "21"), bare, START.plusDays(21));
    }

    @Test
    void anOverdueCloseComesFirstOfAll() throws UnprojectableEvent {
        OpportunityDocument overdue = opened(COMPLETE.replace("2026-12-31", "2026-01-10"));
        assertSuggests(NextAction.Rule.CLOSE_DATE_PASSED, Map.of("expectedClose", "2026-01-10", "daysOver", "30"),
                overdue, START.plusDays(39));
    }

    @Test
    void aCloseThatIsNearIsPreparedOrDoubted() throws UnprojectableEvent {
        String soon = COMPLETE.replace("2026-12-31", "2026-01-10");
        assertSuggests(NextAction.Rule.CLOSE_IS_NEAR_BUT_UNLIKELY, Map.of("expectedClose", "2026-01-10", "daysLeft", "9",
                "effectiveProbability", "30"), opened(soon), START);
        assertSuggests(NextAction.Rule.CLOSE_IS_NEAR, Map.of("expectedClose", "2026-01-10", "daysLeft", "9"),
                opened(soon.replace("\"need\"", "\"probability\":50,\"need\"")), START);
        assertThat(suggested(opened(COMPLETE.replace("2026-12-31", "2026-01-16")), START))
                .isEqualTo(NextAction.Rule.MOVE_ON);
    }

    @Test
    void whatIsMissingIsAskedFor() throws UnprojectableEvent {
        assertThat(suggested(opened(COMPLETE.replace("\"p\"", "")), START))
                .isEqualTo(NextAction.Rule.NOBODY_TO_TALK_TO);
        assertThat(suggested(opened(without("need")), START)).isEqualTo(NextAction.Rule.NEED_UNKNOWN);
        assertThat(suggested(opened(without("amount")), START)).isEqualTo(NextAction.Rule.AMOUNT_UNKNOWN);
        assertThat(suggested(opened(without("expectedClose")), START)).isEqualTo(NextAction.Rule.CLOSE_DATE_UNKNOWN);
        assertSuggests(NextAction.Rule.BUDGET_UNKNOWN, Map.of("effectiveProbability", "30"), opened(without("budget")),
                START);
        OpportunityDocument ownerless = fold(opened(COMPLETE), "opportunity.owner-assigned.v1", 2, "{}");
        assertThat(suggested(ownerless, START)).isEqualTo(NextAction.Rule.NOBODY_OWNS_IT);
    }

    @Test
    void anAmountAboveTheBudgetIsDiscussedWithinOneCurrency() throws UnprojectableEvent {
        assertSuggests(NextAction.Rule.OVER_BUDGET, Map.of("amount", "200.01 CNY", "budget", "200.00 CNY"),
                opened(COMPLETE.replace("100.00", "200.01")), START);
        assertThat(suggested(opened(COMPLETE.replace("\"100.00\",\"currency\":\"CNY\"",
                "\"900.00\",\"currency\":\"USD\"")), START)).isEqualTo(NextAction.Rule.MOVE_ON);
    }

    @Test
    void competitorsAreAnswered() throws UnprojectableEvent {
        assertSuggests(NextAction.Rule.COMPETITION, Map.of("competitors", "中兴, 联想"),
                opened(COMPLETE.replace("\"need\"", "\"competitors\":[\"中兴\",\"联想\"],\"need\"")), START);
    }

    @Test
    void whatIsDecidedOrPutAwayNeedsNothing() throws UnprojectableEvent {
        OpportunityDocument open = opened(COMPLETE);
        for (String end : new String[] {"won", "lost", "archived"}) {
            OpportunityDocument ended = fold(open, "opportunity." + end + ".v1", 2,
                    "{\"stage\":\"QUOTATION\",\"secondsInStage\":1,\"openSeconds\":1}");
            assertThat(NextAction.of(ended, START.plusYears(1))).as(end).isEmpty();
        }
    }

    @Test
    void chancesAndStallingFollowFromTheEvents() throws UnprojectableEvent {
        OpportunityDocument open = opened(COMPLETE);
        assertThat(open.effectiveProbability()).isEqualTo(30);
        assertThat(open.weightedAmount().amount()).isEqualByComparingTo("30");
        assertThat(open.stalledFrom()).isEqualTo(START.plusDays(21));
        OpportunityDocument moved = fold(open, "opportunity.stage-changed.v1", 2, """
                {"pipeline":"default","from":"QUOTATION","to":"SIGNING","secondsInStage":5,"stageProbability":90}""");
        assertThat(moved.effectiveProbability()).isEqualTo(90);
        assertThat(moved.stalledFrom()).as("its stage lets it rest").isNull();
        OpportunityDocument won = fold(moved, "opportunity.won.v1", 3,
                "{\"stage\":\"SIGNING\",\"secondsInStage\":1,\"openSeconds\":6}");
        assertThat(won.effectiveProbability()).isEqualTo(100);
        assertThat(won.weightedAmount().amount()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleSpeaksThreeLanguages(NextAction.Rule rule) throws IOException {
        for (String language : new String[] {"", "_zh_CN", "_zh_TW"}) {
            Properties texts = new Properties();
            try (Reader file = new InputStreamReader(getClass().getResourceAsStream(
                    "/messages/next-action" + language + ".properties"), StandardCharsets.UTF_8)) {
                texts.load(file);
            }
            String text = texts.getProperty("next-action." + rule.code());
            assertThat(text).as(rule + language).isNotBlank();
            assertThat(new MessageFormat(text, Locale.ROOT).format(new Object[] {"a", "b", "c"})).doesNotContain("{");
        }
    }

    private static void assertSuggests(NextAction.Rule rule, Map<String, String> facts, OpportunityDocument opportunity,
            LocalDate today) {
        assertThat(NextAction.of(opportunity, today)).isEqualTo(Optional.of(new NextAction(rule, facts)));
    }

    private static NextAction.Rule suggested(OpportunityDocument opportunity, LocalDate today) {
        return NextAction.of(opportunity, today).orElseThrow().rule();
    }

    private static String without(String fact) {
        return COMPLETE.replaceFirst('"' + fact + '"', "\"nothing\"");
    }

    private static OpportunityDocument opened(String facts) throws UnprojectableEvent {
        return fold(null, "opportunity.opened.v1", 1, """
                {"facts":%s,"pipeline":"default","stage":"QUOTATION","owner":"zhangsan","stageProbability":30,
                 "stalledAfterDays":21}""".formatted(facts));
    }

    private static OpportunityDocument fold(OpportunityDocument before, String type, long sequence, String data)
            throws UnprojectableEvent {
        return new OpportunityReadModel().fold(before, TestEvents.event(type, "o", sequence, data));
    }
}
