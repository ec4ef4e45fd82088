package io.rapport.customer.domain.opportunities;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.contracts.refusal.Refusal.Kind;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Archive;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Change;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Open;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Part;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Part.AssignOwner;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Part.ChangeFacts;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Part.MoveTo;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Restore;
import io.rapport.customer.domain.opportunities.OpportunityEvent.Archived;
import io.rapport.customer.domain.opportunities.OpportunityEvent.FactsChanged;
import io.rapport.customer.domain.opportunities.OpportunityEvent.Opened;
import io.rapport.customer.domain.opportunities.OpportunityEvent.OwnerAssigned;
import io.rapport.customer.domain.opportunities.OpportunityEvent.Restored;
import io.rapport.customer.domain.opportunities.OpportunityEvent.StageChanged;
import io.rapport.customer.domain.opportunities.OpportunityEvent.Won;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.rapport.customer.domain.opportunities.OpportunityBench.ARCHIVED_CUSTOMER;
import static io.rapport.customer.domain.opportunities.OpportunityBench.CUSTOMER;
import static io.rapport.customer.domain.opportunities.OpportunityBench.ID;
import static io.rapport.customer.domain.opportunities.OpportunityBench.OTHER_CUSTOMER;
import static io.rapport.customer.domain.opportunities.OpportunityBench.UNKNOWN_CUSTOMER;
import static io.rapport.customer.domain.opportunities.OpportunityBench.refused;

/** Opening, facts, owners and stages; how a sale ends is told by {@link OpportunityOutcomeTest}. */
class OpportunityTest {

    private static final StageTerms FIRST = new StageTerms(10, 21);
    private static final StageTerms QUOTATION = new StageTerms(30, 14);
    private static final StageTerms TENDER = new StageTerms(25, 30);

    private OpportunityBench bench = new OpportunityBench();

    // --- open

    @Test
    void aNameAndACustomerAreEnough() {
        bench.when(open(facts("服务器", CUSTOMER))).expectEvents(opened(facts("服务器", CUSTOMER)));
    }

    @Test
    void itMayBeginInAnyStageThatIsNotRetired() {
        bench.when(new Open(ID, facts("服务器", CUSTOMER), "key-accounts", null, null, Assignment.NOBODY))
                .expectEvents(new Opened(ID, facts("服务器", CUSTOMER), "key-accounts", "TENDER", null, null, null,
                        TENDER));
        again();
        bench.when(new Open(ID, facts("服务器", CUSTOMER), null, "SIGNING", null, new Assignment("zhangsan", "/east")))
                .expectEvents(new Opened(ID, facts("服务器", CUSTOMER), "default", "SIGNING", null, "zhangsan", "/east",
                        new StageTerms(90, 7)));
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        var facts = new OpportunityFacts(" ", null, List.of("nobody"), money("-1"), LocalDate.of(10_000, 1, 1), 101,
                "a\u0007", money("-1"), null, null, null, List.of("x".repeat(51)), "x".repeat(101), null, null);
        refused(bench.when(new Open(ID, facts, "elsewhere", "NOWHERE", null, new Assignment("a\u0007", "east"))),
                Kind.INVALID, "name required", "customerId required", "contactIds[0] id-malformed",
                "amount.amount amount-negative", "expectedClose date-out-of-range",
                "probability percentage-out-of-range", "need control-character", "budget.amount amount-negative",
                "competitors[0] too-long", "source too-long", "pipeline pipeline-unknown", "owner control-character",
                "team team-invalid");
    }

    @Test
    void theCustomerHasToBeThereAndInUse() {
        refused(bench.when(open(facts("服务器", "nobody"))), Kind.INVALID, "customerId id-malformed");
        again();
        refused(bench.when(open(facts("服务器", UNKNOWN_CUSTOMER))), Kind.INVALID, "customerId customer-unknown");
        again();
        refused(bench.when(open(facts("服务器", ARCHIVED_CUSTOMER))), Kind.INVALID, "customerId customer-not-in-use");
    }

    @Test
    void stagesThatCannotBeEnteredAreRefused() {
        refused(bench.when(openIn(null, "NOWHERE")), Kind.INVALID, "stage choice-unknown");
        again();
        refused(bench.when(openIn("key-accounts", "QUOTATION")), Kind.INVALID, "stage choice-unknown");
        again();
        refused(bench.when(openIn("key-accounts", "SURVEY")), Kind.INVALID, "stage stage-retired");
        again();
        refused(bench.when(openIn("closed", null)), Kind.INVALID, "pipeline pipeline-retired");
    }

    @Test
    void moreContactsThanAnybodyCouldMeetAreRefused() {
        var facts = new OpportunityFacts("服务器", CUSTOMER, Collections.nCopies(101, CUSTOMER), null, null, null, null,
                null, null, null, null, null, null, null, null);
        var different = new OpportunityFacts("服务器", CUSTOMER,
                java.util.stream.IntStream.range(0, 101).mapToObj("0198c0de-0000-7000-8000-%012d"::formatted).toList(),
                null, null, null, null, null, null, null, null, null, null, null, null);
        refused(bench.when(open(different)), Kind.INVALID, "contactIds too-many");
        again();
        bench.when(open(facts)).expectSuccessfulHandlerExecution();
    }

    // --- a lead becomes an opportunity

    @Test
    void aCustomerThatIsALeadBringsItselfAndItsSource() {
        var lead = new Lead("customer", OTHER_CUSTOMER, null);
        var expected = facts("服务器", OTHER_CUSTOMER).withOrigin(OTHER_CUSTOMER, "展会");
        bench.when(new Open(ID, facts("服务器", null), null, null, lead, Assignment.NOBODY)).expectEvents(
                new Opened(ID, expected, "default", "PRODUCT_INTEREST", lead.from("展会"), null, null, FIRST));
    }

    @Test
    void whatIsSaidOfTheOpportunityItselfStands() {
        var lead = new Lead("campaign", "0198c0de-0000-7000-8000-0000000000e1", "邮件");
        var facts = facts("服务器", CUSTOMER).withOrigin(CUSTOMER, "电话");
        bench.when(new Open(ID, facts, null, null, lead, Assignment.NOBODY)).expectEvents(
                new Opened(ID, facts, "default", "PRODUCT_INTEREST", lead, null, null, FIRST));
    }

    @Test
    void aLeadIsARecord() {
        refused(bench.when(openFrom(new Lead("rumour", "nobody", "x".repeat(101)))), Kind.INVALID,
                "lead.kind choice-unknown", "lead.id id-malformed", "lead.source too-long", "source too-long");
        again();
        refused(bench.when(openFrom(new Lead(null, " ", null))), Kind.INVALID, "lead.kind required",
                "lead.id required");
        again();
        refused(bench.when(openFrom(new Lead("customer", UNKNOWN_CUSTOMER, null))), Kind.INVALID,
                "lead.id customer-unknown");
    }

    // --- change

    @Test
    void onlyWhatIsDifferentIsRecorded() {
        var before = new OpportunityFacts("服务器", CUSTOMER, null, money("5"), null, 30, null, null, null, null, null, null,
                null, null, null);
        var patch = new Patch<>(new OpportunityFacts("服务器", null, null, money("6"), null, null, null, null, null, null,
                null, List.of("联想", " "), null, null, null), Set.of("probability", "need"));
        bench.when(change(new ChangeFacts(patch)), 1, opened(before)).expectEvents(new FactsChanged(
                new OpportunityFacts(null, null, null, money("6"), null, null, null, null, null, null, null, List.of("联想"),
                        null, null, null), Set.of("probability")));
    }

    @Test
    void aChangeToTheSameIsNoEvent() {
        bench.when(change(new ChangeFacts(new Patch<>(facts("服务器", CUSTOMER), Set.of("need"))),
                new AssignOwner(new Patch<>(Assignment.NOBODY, Set.of("owner"))), new MoveTo(null, null),
                new MoveTo("default", "PRODUCT_INTEREST")), 1, opened(facts("服务器", CUSTOMER))).expectNoEvents();
    }

    @Test
    void anotherCustomerHasToBeThereButTheFormerNeedNot() {
        var gone = opened(facts("服务器", ARCHIVED_CUSTOMER));
        bench.when(change(new ChangeFacts(patch(facts("存储", ARCHIVED_CUSTOMER)))), 1, gone)
                .expectEvents(new FactsChanged(facts("存储", null), Set.of()));
        again();
        bench.when(change(new ChangeFacts(patch(facts(null, OTHER_CUSTOMER)))), 1, gone)
                .expectEvents(new FactsChanged(facts(null, OTHER_CUSTOMER), Set.of()));
        again();
        refused(bench.when(change(new ChangeFacts(patch(facts(null, UNKNOWN_CUSTOMER)))), 1, gone), Kind.INVALID,
                "customerId customer-unknown");
    }

    @Test
    void nameAndCustomerCannotBeCleared() {
        refused(bench.when(change(new ChangeFacts(new Patch<>(facts(null, null), Set.of("name", "customerId")))), 1,
                opened(facts("服务器", CUSTOMER))), Kind.INVALID, "name required", "customerId required");
    }

    @Test
    void oneRequestMayChangeSeveralThingsOrNone() {
        bench.when(change(new ChangeFacts(patch(facts("存储", null))),
                        new AssignOwner(new Patch<>(new Assignment("lisi", "/north"), Set.of())),
                        new MoveTo(null, "QUOTATION")), 60, opened(facts("服务器", CUSTOMER)))
                .expectEvents(new FactsChanged(facts("存储", null), Set.of()), new OwnerAssigned("lisi", "/north"),
                        new StageChanged(null, "default", "PRODUCT_INTEREST", "QUOTATION", 60, QUOTATION));
        again();
        refused(bench.when(change(new ChangeFacts(patch(facts("存储", null))), new MoveTo(null, "NOWHERE")), 60,
                opened(facts("服务器", CUSTOMER))), Kind.INVALID, "stage choice-unknown");
    }

    @Test
    void aNewOwnerDoesNotInheritTheTeam() {
        bench.when(change(new AssignOwner(new Patch<>(new Assignment("lisi", null), Set.of()))), 1,
                        opened(facts("服务器", CUSTOMER)), new OwnerAssigned("zhangsan", "/east/shanghai"))
                .expectEvents(new OwnerAssigned("lisi", null));
    }

    @Test
    void customValuesAreOfKnownFieldsAndMergedKeyByKey() {
        var before = facts("服务器", CUSTOMER).withCustom(new CustomValues(Map.of("tenderNumber", "7", "seats",
                new BigDecimal("5"))));
        var patch = new Patch<>(facts(null, null).withCustom(CustomValues.of("tenderNumber", "8")),
                Set.of("custom.seats"));
        bench.when(change(new ChangeFacts(patch)), 1, opened(before)).expectEvents(new FactsChanged(
                facts(null, null).withCustom(CustomValues.of("tenderNumber", "8")), Set.of()));
        again();
        refused(bench.when(open(facts("服务器", CUSTOMER).withCustom(CustomValues.of("colour", "red")))), Kind.INVALID,
                "custom.colour custom-field-unknown");
    }

    // --- stages

    @Test
    void theTimeInAStageCountsFromItsEntry() {
        bench.fixture().givenCurrentTime(OpportunityBench.START).andGiven(opened(facts("服务器", CUSTOMER)))
                .andGivenCurrentTime(OpportunityBench.START.plusSeconds(100))
                .andGiven(new StageChanged(null, "default", "PRODUCT_INTEREST", "QUOTATION", 100, QUOTATION))
                .andGivenCurrentTime(OpportunityBench.START.plusSeconds(130))
                .andGiven(new OwnerAssigned("lisi", null))
                .andGivenCurrentTime(OpportunityBench.START.plusSeconds(170))
                .when(change(new MoveTo(null, "PRODUCT_INTEREST")))
                .expectEvents(new StageChanged(null, "default", "QUOTATION", "PRODUCT_INTEREST", 70, FIRST));
    }

    @Test
    void itMayGoToAnotherPipeline() {
        bench.when(change(new MoveTo("key-accounts", null)), 60, opened(facts("服务器", CUSTOMER))).expectEvents(
                new StageChanged("default", "key-accounts", "PRODUCT_INTEREST", "TENDER", 60, TENDER));
        again();
        refused(bench.when(change(new MoveTo("key-accounts", "QUOTATION")), 60, opened(facts("服务器", CUSTOMER))),
                Kind.INVALID, "stage choice-unknown");
    }

    @Test
    void itStaysInAStageThatIsRetiredButDoesNotComeBack() {
        var inRetired = new Opened(ID, facts("服务器", CUSTOMER), "key-accounts", "SURVEY", null, null, null, null);
        bench.when(change(new MoveTo("key-accounts", "SURVEY")), 1, inRetired).expectNoEvents();
        again();
        refused(bench.when(change(new MoveTo(null, "SURVEY")), 2, inRetired,
                new StageChanged(null, "key-accounts", "SURVEY", "TENDER", 1, TENDER)), Kind.INVALID, "stage stage-retired");
    }

    // --- archive and restore

    @Test
    void archivingAsksForAReason() {
        bench.when(new Archive(ID, null, "重复"), 1, opened(facts("服务器", CUSTOMER))).expectEvents(new Archived());
        again();
        refused(bench.when(new Archive(ID, null, " "), 1, opened(facts("服务器", CUSTOMER))), Kind.INVALID,
                "reason required");
    }

    @Test
    void anArchivedOneDoesNotChangeButCanBeRestored() {
        Object[] archived = {opened(facts("服务器", CUSTOMER)), new Archived()};
        refused(bench.when(change(new MoveTo(null, "QUOTATION")), 1, archived), Kind.CONFLICT, "opportunity-archived");
        again();
        refused(bench.when(new OpportunityCommand.Win(ID, null), 1, archived), Kind.CONFLICT, "opportunity-archived");
        again();
        refused(bench.when(new OpportunityCommand.Lose(ID, null, "x"), 1, archived), Kind.CONFLICT,
                "opportunity-archived");
        again();
        refused(bench.when(new OpportunityCommand.Reopen(ID, null, null, null), 1, archived), Kind.CONFLICT,
                "opportunity-archived");
        again();
        bench.when(new Archive(ID, null, "again"), 1, archived).expectNoEvents();
        again();
        bench.when(new Restore(ID, null), 1, archived).expectEvents(new Restored());
        again();
        bench.when(new Restore(ID, null), 1, opened(facts("服务器", CUSTOMER))).expectNoEvents();
        again();
        bench.when(new OpportunityCommand.Win(ID, null), 5, archived[0], archived[1], new Restored())
                .expectEvents(new Won("PRODUCT_INTEREST", 5, 5));
    }

    private void again() {
        bench = new OpportunityBench();
    }

    private static Open open(OpportunityFacts facts) {
        return new Open(ID, facts, null, null, null, Assignment.NOBODY);
    }

    private static Open openIn(String pipeline, String stage) {
        return new Open(ID, facts("服务器", CUSTOMER), pipeline, stage, null, Assignment.NOBODY);
    }

    private static Open openFrom(Lead lead) {
        return new Open(ID, facts("服务器", CUSTOMER), null, null, lead, Assignment.NOBODY);
    }

    private static Change change(Part... parts) {
        return new Change(ID, null, List.of(parts));
    }

    private static Patch<OpportunityFacts> patch(OpportunityFacts facts) {
        return new Patch<>(facts, Set.of());
    }

    private static Opened opened(OpportunityFacts facts) {
        return new Opened(ID, facts, "default", "PRODUCT_INTEREST", null, null, null, FIRST);
    }

    private static OpportunityFacts facts(String name, String customerId) {
        return new OpportunityFacts(name, customerId, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
