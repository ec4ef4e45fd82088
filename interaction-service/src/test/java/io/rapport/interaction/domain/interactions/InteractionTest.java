package io.rapport.interaction.domain.interactions;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.interaction.domain.interactions.InteractionCommand.Correct;
import io.rapport.interaction.domain.interactions.InteractionCommand.Delete;
import io.rapport.interaction.domain.interactions.InteractionCommand.Restore;
import io.rapport.interaction.domain.interactions.InteractionCommand.Withdraw;
import io.rapport.interaction.domain.interactions.InteractionEvent.Corrected;
import io.rapport.interaction.domain.interactions.InteractionEvent.Deleted;
import io.rapport.interaction.domain.interactions.InteractionEvent.Recorded;
import io.rapport.interaction.domain.interactions.InteractionEvent.Restored;
import io.rapport.interaction.domain.interactions.InteractionEvent.Withdrawn;
import io.rapport.values.Patch;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.rapport.testing.RefusalMatcher.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

class InteractionTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000003";
    private static final Instant TIME = Instant.parse("2025-03-01T08:00:00Z");
    private static final InteractionFacts ALL = SampleFacts.of("CALL", TIME, "报价", "客户要求\n新报价",
            "0198c0de-0000-7000-8000-000000000001", "0198c0de-0000-7000-8000-000000000002");
    private static final Recorded RECORDED = new Recorded(ID, ALL);

    private final Map<String, String> messages = new HashMap<>();
    private final AggregateTestFixture<Interaction> fixture = new AggregateTestFixture<>(Interaction.class);

    @BeforeEach
    void administer() {
        Map<String, Boolean> outcomes = new LinkedHashMap<>();
        outcomes.put("INTERESTED", true);
        outcomes.put("NO_ANSWER", true);
        outcomes.put("FAXED", false);
        fixture.registerInjectableResource((Outcomes) () -> outcomes);
        fixture.registerInjectableResource(new MessageIds() {
            @Override
            public boolean claim(String messageId, String interactionId) {
                return messages.computeIfAbsent(messageId, _ -> interactionId).equals(interactionId);
            }

            @Override
            public void release(String messageId, String interactionId) {
                messages.remove(messageId, interactionId);
            }
        });
    }

    @Test
    void everythingThatIsKnownOfAMailIsRecorded() {
        fixture.givenNoPriorActivity().when(new InteractionCommand.Record(ID, SampleFacts.mail()))
                .expectEvents(new Recorded(ID, SampleFacts.mail()));
        assertThat(messages).containsEntry("<1@huawei.com>", ID);
    }

    @Test
    void aMessageIsRecordedOnce() {
        messages.put("<1@huawei.com>", "another");
        fixture.givenNoPriorActivity().when(new InteractionCommand.Record(ID, SampleFacts.mail()))
                .expectNoEvents().expectException(refusedFor(FieldError.of("messageId", "message-known")));
    }

    @Test
    void withdrawingGivesTheMessageBack() {
        messages.put("<1@huawei.com>", ID);
        fixture.given(new Recorded(ID, SampleFacts.mail())).when(new Withdraw(ID, null))
                .expectEvents(new Withdrawn()).expectMarkedDeleted();
        assertThat(messages).isEmpty();
    }

    @Test
    void theMessageStaysTheSame() {
        InteractionFacts other = new InteractionFacts(null, null, null, null, null, null, null, null, null, null, null,
                null, null, "<2@huawei.com>");
        fixture.given(new Recorded(ID, SampleFacts.mail())).when(new Correct(ID, null, new Patch<>(other, Set.of())))
                .expectNoEvents().expectException(refusedFor(FieldError.of("messageId", "message-fixed")));
    }

    @Test
    void whatIsBesideTheRulesIsRefusedWithEveryPlaceNamed() {
        InteractionFacts facts = new InteractionFacts("CALL", TIME, null, null, null, null, "SIDEWAYS", -1, "LUCKY",
                List.of(new Participant(null, null, null, "TO"), new Participant("7", "x".repeat(321), null, "HOST")),
                "9", List.of("x".repeat(51)), List.of("a\nb"), null);
        fixture.givenNoPriorActivity().when(new InteractionCommand.Record(ID, facts))
                .expectNoEvents().expectException(refusedFor(
                        FieldError.of("opportunityId", "id-malformed"),
                        FieldError.of("direction", "choice-unknown", "INBOUND, OUTBOUND"),
                        FieldError.of("durationSeconds", "duration-out-of-range"),
                        FieldError.of("participants[0].contactId", "required"),
                        FieldError.of("participants[1].contactId", "id-malformed"),
                        FieldError.of("participants[1].address", "too-long", 320),
                        FieldError.of("participants[1].role", "choice-unknown",
                                "FROM, TO, CC, BCC, ORGANIZER, ATTENDEE"),
                        FieldError.of("tags[0]", "too-long", 50),
                        FieldError.of("attachments[0]", "control-character"),
                        FieldError.of("outcome", "choice-unknown", "INTERESTED, NO_ANSWER")));
    }

    @Test
    void aRetiredOutcomeMayStay() {
        fixture.given(new Recorded(ID, outcome("FAXED"))).when(new Correct(ID, null,
                new Patch<>(outcome("FAXED"), Set.of()))).expectNoEvents();
    }

    @Test
    void aRetiredOutcomeIsNotGiven() {
        fixture.givenNoPriorActivity().when(new InteractionCommand.Record(ID, outcome("FAXED")))
                .expectNoEvents().expectException(refusedFor(
                        FieldError.of("outcome", "value-retired", "INTERESTED, NO_ANSWER")));
    }

    @Test
    void aListIsCorrectedAsAWhole() {
        List<Participant> one = List.of(new Participant(null, "zhang@huawei.com", null, null));
        InteractionFacts people = new InteractionFacts(null, null, null, null, null, null, null, null, null, one, null,
                null, null, null);
        fixture.given(new Recorded(ID, SampleFacts.mail()))
                .when(new Correct(ID, null, new Patch<>(people, Set.of("tags"))))
                .expectEvents(new Corrected(people, Set.of("tags")));
    }

    private static InteractionFacts outcome(String code) {
        return new InteractionFacts("CALL", TIME, null, null, null, null, null, null, code, null, null, null, null, null);
    }

    @Test
    void kindAndTimeAreEnoughToRecord() {
        var facts = SampleFacts.of("VISIT", TIME, " ", null, null, null);
        fixture.givenNoPriorActivity().when(new InteractionCommand.Record(ID, facts))
                .expectEvents(new Recorded(ID, SampleFacts.of("VISIT", TIME, null, null, null, null)));
    }

    @Test
    void withoutKindAndTimeNothingIsRecorded() {
        fixture.givenNoPriorActivity().when(new InteractionCommand.Record(ID, InteractionFacts.SHEET.empty()))
                .expectNoEvents().expectException(refusedFor(
                        FieldError.of("kind", "required"), FieldError.of("time", "required")));
    }

    @Test
    void wrongFactsAreRefused() {
        var facts = SampleFacts.of("FAX", TIME, "x".repeat(501), "a\u0000", "7", "8");
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
                .when(new InteractionCommand.Record(ID, SampleFacts.of("CALL", time, null, null, null, null)))
                .expectNoEvents().expectException(refusedFor(FieldError.of("time", "time-out-of-range")));
    }

    @Test
    void onlyWhatIsDifferentIsCorrected() {
        var patch = new Patch<>(SampleFacts.of("CALL", null, "新报价", null, null, null), Set.of("text"));
        fixture.given(RECORDED).when(new Correct(ID, null, patch)).expectEvents(
                new Corrected(SampleFacts.of(null, null, "新报价", null, null, null), Set.of("text")));
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
