package io.rapport.contact.domain;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.EmailAddress;
import io.rapport.values.FieldErrors;
import io.rapport.values.PhoneNumber;
import io.rapport.values.RecordReference;
import io.rapport.values.TextRule;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The rule book: each rule is a named function, and {@link #FACT_POLICIES} lists those that new facts must keep. */
final class ContactPolicies {

    static final List<BiConsumer<ContactFacts, FieldErrors>> FACT_POLICIES = List.of(
            ContactPolicies::textsKeepTheirLimits,
            ContactPolicies::phoneCanBeDialled,
            ContactPolicies::emailCanBeWrittenTo,
            ContactPolicies::customerIsNamedByItsId);

    private static final TextRule LINE = TextRule.line(100);
    private static final TextRule REASON = TextRule.lines(1_000);

    private ContactPolicies() {
    }

    static void factsKeepTheRules(ContactFacts facts, FieldErrors errors) {
        FACT_POLICIES.forEach(policy -> policy.accept(facts, errors));
    }

    static void nameIsGiven(ContactFacts facts, FieldErrors errors) {
        if (facts.name() == null) {
            errors.add("name", "required");
        }
    }

    static void nameIsNotTakenAway(Set<String> cleared, FieldErrors errors) {
        if (cleared.contains("name")) {
            errors.add("name", "required");
        }
    }

    static void archivingGivesAReason(String reason, FieldErrors errors) {
        REASON.checkGiven("reason", reason, errors);
    }

    /** @throws Refusal CONFLICT: an archived contact is restored before it changes */
    static void anArchivedContactDoesNotChange(ContactState state) {
        if (state.archived()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "contact-archived");
        }
    }

    private static void textsKeepTheirLimits(ContactFacts facts, FieldErrors errors) {
        LINE.check("name", facts.name(), errors);
        LINE.check("position", facts.position(), errors);
    }

    private static void phoneCanBeDialled(ContactFacts facts, FieldErrors errors) {
        PhoneNumber.check("phone", facts.phone(), errors);
    }

    private static void emailCanBeWrittenTo(ContactFacts facts, FieldErrors errors) {
        EmailAddress.check("email", facts.email(), errors);
    }

    private static void customerIsNamedByItsId(ContactFacts facts, FieldErrors errors) {
        RecordReference.check("customerId", facts.customerId(), errors);
    }
}
