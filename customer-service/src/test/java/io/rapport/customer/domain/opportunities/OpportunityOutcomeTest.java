package io.rapport.customer.domain.opportunities;

import io.rapport.contracts.refusal.Refusal.Kind;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Change;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Lose;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Part.MoveTo;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Reopen;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Win;
import io.rapport.customer.domain.opportunities.OpportunityEvent.Archived;
import io.rapport.customer.domain.opportunities.OpportunityEvent.Lost;
import io.rapport.customer.domain.opportunities.OpportunityEvent.Opened;
import io.rapport.customer.domain.opportunities.OpportunityEvent.OwnerAssigned;
import io.rapport.customer.domain.opportunities.OpportunityEvent.Reopened;
import io.rapport.customer.domain.opportunities.OpportunityEvent.Won;
import io.rapport.eventstore.storage.StoredJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

import static io.rapport.customer.domain.opportunities.OpportunityBench.CUSTOMER;
import static io.rapport.customer.domain.opportunities.OpportunityBench.ID;
import static io.rapport.customer.domain.opportunities.OpportunityBench.START;
import static io.rapport.customer.domain.opportunities.OpportunityBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Won, lost and open again. */
class OpportunityOutcomeTest {

    private static final OpportunityFacts FACTS = new OpportunityFacts("服务器", CUSTOMER, null, null, null, null, null,
            null, null, null, null, null, null, null, null);
    private static final StageTerms TERMS = new StageTerms(60, 14);
    private static final Opened OPENED = new Opened(ID, FACTS, "default", "NEGOTIATION", null, null, null, TERMS);

    private OpportunityBench bench = new OpportunityBench();

    @Test
    void winningTellsHowLongItTook() {
        bench.when(new Win(ID, null), 3_600, OPENED).expectEvents(new Won("NEGOTIATION", 3_600, 3_600));
    }

    @Test
    void losingGivesAReason() {
        bench.when(new Lose(ID, null, "价格"), 60, OPENED).expectEvents(new Lost("NEGOTIATION", 60, 60));
        again();
        refused(bench.when(new Lose(ID, null, null), 60, OPENED), Kind.INVALID, "reason required");
        again();
        refused(bench.when(new Lose(ID, null, "x".repeat(1_001)), 60, OPENED), Kind.INVALID, "reason too-long");
    }

    @Test
    void theSameOutcomeTwiceHappensOnce() {
        bench.when(new Win(ID, null), 2, OPENED, new Won("NEGOTIATION", 1, 1)).expectNoEvents();
        again();
        bench.when(new Lose(ID, null, "价格"), 2, OPENED, new Lost("NEGOTIATION", 1, 1)).expectNoEvents();
        again();
        bench.when(new Reopen(ID, null, null, null), 2, OPENED).expectNoEvents();
    }

    @Test
    void whatIsDecidedIsReopenedBeforeItIsDecidedOtherwise() {
        refused(bench.when(new Lose(ID, null, "价格"), 2, OPENED, new Won("NEGOTIATION", 1, 1)), Kind.CONFLICT,
                "opportunity-closed");
        again();
        refused(bench.when(new Win(ID, null), 2, OPENED, new Lost("NEGOTIATION", 1, 1)), Kind.CONFLICT,
                "opportunity-closed");
        again();
        refused(bench.when(new Change(ID, null, List.of(new MoveTo(null, "SIGNING"))), 2, OPENED,
                new Won("NEGOTIATION", 1, 1)), Kind.CONFLICT, "opportunity-closed");
        again();
        refused(bench.when(new Reopen(ID, null, null, "SIGNING"), 2, OPENED), Kind.CONFLICT, "opportunity-open");
    }

    @Test
    void itGoesOnWhereItWasOrElsewhere() {
        Object[] lost = {OPENED, new Lost("NEGOTIATION", 1, 1)};
        bench.when(new Reopen(ID, null, null, null), 2, lost)
                .expectEvents(new Reopened("default", "NEGOTIATION", TERMS));
        again();
        bench.when(new Reopen(ID, null, null, "QUOTATION"), 2, lost)
                .expectEvents(new Reopened("default", "QUOTATION", new StageTerms(30, 14)));
        again();
        bench.when(new Reopen(ID, null, "key-accounts", null), 2, lost)
                .expectEvents(new Reopened("key-accounts", "TENDER", new StageTerms(25, 30)));
        again();
        refused(bench.when(new Reopen(ID, null, null, "NOWHERE"), 2, lost), Kind.INVALID, "stage choice-unknown");
        again();
        var inRetired = new Opened(ID, FACTS, "key-accounts", "SURVEY", null, null, null, null);
        refused(bench.when(new Reopen(ID, null, null, null), 2, inRetired, new Lost("SURVEY", 1, 1)), Kind.INVALID,
                "stage stage-retired");
    }

    @Test
    void theTimeBetweenAnEndAndAReopeningDoesNotCount() {
        bench.fixture().givenCurrentTime(START).andGiven(OPENED)
                .andGivenCurrentTime(START.plusSeconds(100)).andGiven(new Lost("NEGOTIATION", 100, 100))
                .andGivenCurrentTime(START.plusSeconds(1_000)).andGiven(new Reopened("default", "NEGOTIATION", TERMS))
                .andGivenCurrentTime(START.plusSeconds(1_030))
                .when(new Win(ID, null)).expectEvents(new Won("NEGOTIATION", 30, 130));
    }

    @Test
    void aSnapshotHoldsTheFullState() throws IOException {
        JsonMapper json = StoredJson.mapper();
        Opportunity opportunity = new Opportunity();
        try (InputStream file = getClass().getResourceAsStream("/history/opportunity.opened-1.json")) {
            opportunity.on(json.readValue(file, Opened.class), START);
        }
        opportunity.on(new OwnerAssigned("lisi", "/north/beijing"), START);
        opportunity.on(new Won("PRODUCT_INTEREST", 5, 5), Instant.parse("2026-11-01T08:00:05.123456Z"));
        opportunity.on(new Archived(), START);

        Opportunity read = json.readValue(json.writeValueAsBytes(opportunity), Opportunity.class);

        assertThat(read).usingRecursiveComparison().isEqualTo(opportunity);
        assertThat(read).hasNoNullFieldsOrProperties();
        assertThat(read).extracting("state").satisfies(state -> assertThat(state).hasNoNullFieldsOrProperties());
        assertThat(read).extracting("state.facts").satisfies(facts -> assertThat(facts).hasNoNullFieldsOrProperties());
    }

    private void again() {
        bench = new OpportunityBench();
    }
}
