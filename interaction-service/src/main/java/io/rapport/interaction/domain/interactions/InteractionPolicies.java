package io.rapport.interaction.domain.interactions;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.Choice;
import io.rapport.values.FieldErrors;
import io.rapport.values.RecordReference;
import io.rapport.values.TextRule;

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
            InteractionPolicies::customerAndContactAreNamedByTheirIds);

    private static final Choice KINDS = Choice.of(InteractionKind.class);
    private static final TextRule SUBJECT = TextRule.line(500);
    private static final TextRule TEXT = TextRule.lines(100_000);
    private static final TextRule REASON = TextRule.lines(1_000);
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
    }

    private static void customerAndContactAreNamedByTheirIds(InteractionFacts facts, FieldErrors errors) {
        RecordReference.check("customerId", facts.customerId(), errors);
        RecordReference.check("contactId", facts.contactId(), errors);
    }
}
