package io.rapport.interaction.domain.interactions;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.interaction.domain.interactions.InteractionCommand.Correct;
import io.rapport.interaction.domain.interactions.InteractionCommand.Delete;
import io.rapport.interaction.domain.interactions.InteractionCommand.Restore;
import io.rapport.interaction.domain.interactions.InteractionEvent.Corrected;
import io.rapport.interaction.domain.interactions.InteractionEvent.Deleted;
import io.rapport.interaction.domain.interactions.InteractionEvent.Recorded;
import io.rapport.interaction.domain.interactions.InteractionEvent.Restored;
import io.rapport.values.Patch;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Set;

import static io.rapport.testing.RefusalMatcher.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

class InteractionTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000003";
    private static final Instant TIME = Instant.parse("2025-03-01T08:00:00Z");
    private static final InteractionFacts ALL = new InteractionFacts("CALL", TIME, "报价", "客户要求\n新报价",
            "0198c0de-0000-7000-8000-000000000001", "0198c0de-0000-7000-8000-000000000002");
    private static final Recorded RECORDED = new Recorded(ID, ALL);

    private final AggregateTestFixture<Interaction> fixture = new AggregateTestFixture<>(Interaction.class);

    @Test
    void kindAndTimeAreEnoughToRecord() {
        var facts = new InteractionFacts("VISIT", TIME, " ", null, null, null);
        fixture.givenNoPriorActivity().when(new InteractionCommand.Record(ID, facts))
                .expectEvents(new Recorded(ID, new InteractionFacts("VISIT", TIME, null, null, null, null)));
    }

    @Test
    void withoutKindAndTimeNothingIsRecorded() {
        fixture.givenNoPriorActivity().when(new InteractionCommand.Record(ID, InteractionFacts.SHEET.empty()))
                .expectNoEvents().expectException(refusedFor(
                        FieldError.of("kind", "required"), FieldError.of("time", "required")));
    }

    @Test
    void wrongFactsAreRefused() {
        var facts = new InteractionFacts("FAX", TIME, "x".repeat(501), "a\u0000", "7", "8");
        fixture.givenNoPriorActivity().when(new InteractionCommand.Record(ID, facts))
                .expectNoEvents().expectException(refusedFor(
                        FieldError.of("kind", "choice-unknown", "CALL, EMAIL, MEETING, VISIT, WECHAT, SMS, OTHER"),
                        FieldError.of("subject", "too-long", 500), FieldError.of("text", "control-character"),
                        FieldError.of("customerId", "id-malformed"), FieldError.of("contactId", "id-malformed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void theTimeIsOfOurDays(Instant time) {
        fixture.givenNoPriorActivity()
                .when(new InteractionCommand.Record(ID, new InteractionFacts("CALL", time, null, null, null, null)))
                .expectNoEvents().expectException(refusedFor(FieldError.of("time", "time-out-of-range")));
    }

    @Test
    void onlyWhatIsDifferentIsCorrected() {
        var patch = new Patch<>(new InteractionFacts("CALL", null, "新报价", null, null, null), Set.of("text"));
        fixture.given(RECORDED).when(new Correct(ID, null, patch)).expectEvents(
                new Corrected(new InteractionFacts(null, null, "新报价", null, null, null), Set.of("text")));
    }

    @Test
    void aCorrectionToTheSameIsNoEvent() {
        fixture.given(RECORDED).when(new Correct(ID, null, new Patch<>(ALL, Set.of()))).expectNoEvents();
    }

    @Test
    void kindAndTimeCannotBeTakenAway() {
        fixture.given(RECORDED)
                .when(new Correct(ID, null, new Patch<>(InteractionFacts.SHEET.empty(), Set.of("kind", "time"))))
                .expectNoEvents().expectException(refusedFor(
                        FieldError.of("kind", "required"), FieldError.of("time", "required")));
    }

    @Test
    void deletingAsksForAReason() {
        fixture.given(RECORDED).when(new Delete(ID, null, "记错客户")).expectEvents(new Deleted());
    }

    @Test
    void deletingWithoutAReasonIsRefused() {
        fixture.given(RECORDED).when(new Delete(ID, null, null))
                .expectNoEvents().expectException(refusedFor(FieldError.of("reason", "required")));
    }

    @Test
    void aDeletedInteractionIsNotCorrected() {
        fixture.given(RECORDED, new Deleted()).when(new Correct(ID, null, new Patch<>(ALL, Set.of())))
                .expectNoEvents().expectException(refusedFor(FieldError.of("", "interaction-deleted")));
    }

    @Test
    void deletingTwiceIsOneEvent() {
        fixture.given(RECORDED, new Deleted()).when(new Delete(ID, null, "again")).expectNoEvents();
    }

    @Test
    void aDeletedInteractionIsRestored() {
        fixture.given(RECORDED, new Deleted()).when(new Restore(ID, null)).expectEvents(new Restored());
    }

    @Test
    void restoringWhatIsThereIsNoEvent() {
        fixture.given(RECORDED).when(new Restore(ID, null)).expectNoEvents();
    }

    @Test
    void aSnapshotHoldsTheFullState() {
        JsonMapper json = StoredJson.mapper();
        Interaction interaction = new Interaction();
        interaction.on(RECORDED);
        interaction.on(new Deleted());
        Interaction read = json.readValue(json.writeValueAsBytes(interaction), Interaction.class);
        assertThat(read).usingRecursiveComparison().isEqualTo(interaction);
        assertThat(read).extracting("interactionId", "state").containsExactly(ID, new InteractionState(ALL, true));
    }
}
