package io.rapport.interaction.domain.interactions;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.Choice;
import io.rapport.values.FieldErrors;
import io.rapport.values.LabelRule;
import io.rapport.values.Patch;
import io.rapport.values.RecordReference;
import io.rapport.values.TextRule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The rule book: each rule is a named function, and {@link #FACT_POLICIES} lists those that new facts must keep. */
final class InteractionPolicies {

    static final List<BiConsumer<InteractionFacts, FieldErrors>> FACT_POLICIES = List.of(
            InteractionPolicies::kindIsListed,
            InteractionPolicies::timeIsOfOurDays,
            InteractionPolicies::textsKeepTheirLimits,
            InteractionPolicies::othersAreNamedByTheirIds,
            InteractionPolicies::directionIsListed,
            InteractionPolicies::durationIsThatOfAVisit,
            InteractionPolicies::participantsAreSomebody,
            InteractionPolicies::tagsAreFewAndShort,
            InteractionPolicies::attachmentsHaveNamesOfFiles);

    private static final Choice KINDS = Choice.of(InteractionKind.class);
    private static final Choice DIRECTIONS = Choice.of(Direction.class);
    private static final Choice ROLES = Choice.of(ParticipantRole.class);
    private static final TextRule SUBJECT = TextRule.line(500);
    private static final TextRule TEXT = TextRule.lines(100_000);
    private static final TextRule REASON = TextRule.lines(1_000);
    private static final TextRule ADDRESS = TextRule.line(320);
    private static final TextRule NAME = TextRule.line(200);
    private static final TextRule MESSAGE_ID = TextRule.line(1_000);
    private static final TextRule FILE_NAME = TextRule.line(255);
    private static final int MOST_ATTACHMENTS = 100;
    private static final int MOST_PARTICIPANTS = 500;
    private static final int LONGEST_SECONDS = Math.toIntExact(Duration.ofDays(31).toSeconds());
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private InteractionPolicies() {
    }

    static void factsKeepTheRules(InteractionFacts facts, FieldErrors errors) {
        FACT_POLICIES.forEach(policy -> policy.accept(facts, errors));
    }

    static void kindAndTimeAreGiven(InteractionFacts facts, FieldErrors errors) {
        if (facts.kind() == null) {
            errors.add("kind", "required");
        }
        if (facts.time() == null) {
            errors.add("time", "required");
        }
    }

    static void kindAndTimeAreNotTakenAway(Set<String> cleared, FieldErrors errors) {
        Stream.of("kind", "time").filter(cleared::contains).forEach(field -> errors.add(field, "required"));
    }

    /** A value that the interaction has already may stay, whatever has become of the list. */
    static void outcomeIsListed(String outcome, String before, Outcomes outcomes, FieldErrors errors) {
        if (outcome != null && !outcome.equals(before)) {
            Boolean offered = outcomes.present().get(outcome);
            if (!Boolean.TRUE.equals(offered)) {
                errors.add("outcome", offered == null ? "choice-unknown" : "value-retired",
                        String.join(", ", outcomes.offered()));
            }
        }
    }

    /** What an interaction was made of does not become another message afterwards. */
    static void theMessageStaysTheSame(Patch<InteractionFacts> patch, FieldErrors errors) {
        if (patch.changed().messageId() != null || patch.cleared().contains("messageId")) {
            errors.add("messageId", "message-fixed");
        }
    }

    /** @throws Refusal CONFLICT when another interaction was made of the message */
    static void aMessageIsOneInteraction(boolean claimed) {
        if (!claimed) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "messageId", "message-known");
        }
    }

    static void deletingGivesAReason(String reason, FieldErrors errors) {
        REASON.checkGiven("reason", reason, errors);
    }

    /** @throws Refusal CONFLICT: a deleted interaction is restored before it is corrected */
    static void aDeletedInteractionIsNotCorrected(InteractionState state) {
        if (state.deleted()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "interaction-deleted");
        }
    }

    private static void kindIsListed(InteractionFacts facts, FieldErrors errors) {
        KINDS.check("kind", facts.kind(), errors);
    }

    private static void timeIsOfOurDays(InteractionFacts facts, FieldErrors errors) {
        if (facts.time() != null && (facts.time().isBefore(EARLIEST) || facts.time().isAfter(LATEST))) {
            errors.add("time", "time-out-of-range");
        }
    }

    private static void textsKeepTheirLimits(InteractionFacts facts, FieldErrors errors) {
        SUBJECT.check("subject", facts.subject(), errors);
        TEXT.check("text", facts.text(), errors);
        MESSAGE_ID.check("messageId", facts.messageId(), errors);
    }

    private static void othersAreNamedByTheirIds(InteractionFacts facts, FieldErrors errors) {
        RecordReference.check("customerId", facts.customerId(), errors);
        RecordReference.check("contactId", facts.contactId(), errors);
        RecordReference.check("opportunityId", facts.opportunityId(), errors);
    }

    private static void directionIsListed(InteractionFacts facts, FieldErrors errors) {
        DIRECTIONS.check("direction", facts.direction(), errors);
    }

    private static void durationIsThatOfAVisit(InteractionFacts facts, FieldErrors errors) {
        Integer seconds = facts.durationSeconds();
        if (seconds != null && (seconds < 0 || seconds > LONGEST_SECONDS)) {
            errors.add("durationSeconds", "duration-out-of-range");
        }
    }

    private static void participantsAreSomebody(InteractionFacts facts, FieldErrors errors) {
        List<Participant> participants = facts.participants() == null ? List.of() : facts.participants();
        if (participants.size() > MOST_PARTICIPANTS) {
            errors.add("participants", "too-many", MOST_PARTICIPANTS);
            return;
        }
        for (int i = 0; i < participants.size(); i++) {
            Participant participant = participants.get(i);
            String at = "participants[" + i + "].";
            if (participant.contactId() == null && participant.address() == null && participant.name() == null) {
                errors.add(at + "contactId", "required");
            }
            RecordReference.check(at + "contactId", participant.contactId(), errors);
            ADDRESS.check(at + "address", participant.address(), errors);
            NAME.check(at + "name", participant.name(), errors);
            ROLES.check(at + "role", participant.role(), errors);
        }
    }

    private static void attachmentsHaveNamesOfFiles(InteractionFacts facts, FieldErrors errors) {
        List<String> names = facts.attachments() == null ? List.of() : facts.attachments();
        if (names.size() > MOST_ATTACHMENTS) {
            errors.add("attachments", "too-many", MOST_ATTACHMENTS);
        }
        for (int i = 0; i < Math.min(names.size(), MOST_ATTACHMENTS); i++) {
            FILE_NAME.check("attachments[" + i + ']', names.get(i), errors);
        }
    }

    private static void tagsAreFewAndShort(InteractionFacts facts, FieldErrors errors) {
        LabelRule.check("tags", facts.tags(), errors);
    }
}
