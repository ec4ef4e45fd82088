package io.rapport.contact.domain;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.Choice;
import io.rapport.values.DateRule;
import io.rapport.values.EmailAddress;
import io.rapport.values.FieldErrors;
import io.rapport.values.LabelRule;
import io.rapport.values.PhoneNumber;
import io.rapport.values.RecordReference;
import io.rapport.values.TextRule;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The rule book: each rule is a named function, and {@link #FACT_POLICIES} lists those that new facts must keep. */
final class ContactPolicies {

    static final List<BiConsumer<ContactFacts, FieldErrors>> FACT_POLICIES = List.of(
            ContactPolicies::textsKeepTheirLimits,
            ContactPolicies::kindIsOneOfThem,
            ContactPolicies::phonesCanBeDialled,
            ContactPolicies::emailsCanBeWrittenTo,
            ContactPolicies::socialLinksLeadSomewhere,
            ContactPolicies::birthdaysExist,
            ContactPolicies::labelsAreShort,
            ContactPolicies::customersAreNamedByTheirIds,
            ContactPolicies::consentsSayWhatFor);

    /** Entries of one list: whoever has more is not one person. */
    static final int MOST_ENTRIES = 50;
    /** A picture of a person and what else a telephone writes into a card. */
    static final int MOST_OF_A_CARD = 200_000;

    private static final TextRule LINE = TextRule.line(100);
    private static final TextRule LONG_LINE = TextRule.line(500);
    private static final TextRule TEXT = TextRule.lines(10_000);
    private static final TextRule REASON = TextRule.lines(1_000);
    private static final TextRule CARD = TextRule.lines(MOST_OF_A_CARD);
    private static final Choice KINDS = Choice.of(ContactKind.class);
    private static final Choice PHONE_KINDS = Choice.of(ContactPhone.Kind.class);
    private static final Choice EMAIL_KINDS = Choice.of(ContactEmail.Kind.class);
    private static final Choice ROLES = Choice.of(CustomerLink.Role.class);
    private static final Choice CHANNELS = Choice.of(ChannelConsent.Channel.class);
    private static final Choice STATUSES = Choice.of(ChannelConsent.Status.class);

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
        LINE.check("department", facts.department(), errors);
        TEXT.check("responsibilities", facts.responsibilities(), errors);
        LINE.check("wechat", facts.wechat(), errors);
        TEXT.check("notes", facts.notes(), errors);
        CARD.check("card", facts.card(), errors);
        OfficeAddress address = facts.address();
        if (address != null) {
            TextRule.lines(500).check("address.street", address.street(), errors);
            LINE.check("address.city", address.city(), errors);
            LINE.check("address.province", address.province(), errors);
            LINE.check("address.postalCode", address.postalCode(), errors);
            LINE.check("address.country", address.country(), errors);
        }
    }

    private static void kindIsOneOfThem(ContactFacts facts, FieldErrors errors) {
        KINDS.check("kind", facts.kind(), errors);
    }

    private static void phonesCanBeDialled(ContactFacts facts, FieldErrors errors) {
        PhoneNumber.check("phone", facts.phone(), errors);
        each("phones", facts.phones(), errors, (phone, at) -> {
            given(at + ".number", phone.number(), errors);
            PhoneNumber.check(at + ".number", phone.number(), errors);
            PHONE_KINDS.check(at + ".kind", phone.kind(), errors);
        });
    }

    private static void emailsCanBeWrittenTo(ContactFacts facts, FieldErrors errors) {
        EmailAddress.check("email", facts.email(), errors);
        each("emails", facts.emails(), errors, (email, at) -> {
            given(at + ".address", email.address(), errors);
            EmailAddress.check(at + ".address", email.address(), errors);
            EMAIL_KINDS.check(at + ".kind", email.kind(), errors);
        });
    }

    private static void socialLinksLeadSomewhere(ContactFacts facts, FieldErrors errors) {
        each("socialLinks", facts.socialLinks(), errors, (link, at) -> {
            LINE.check(at + ".network", link.network(), errors);
            given(at + ".address", link.address(), errors);
            LONG_LINE.check(at + ".address", link.address(), errors);
        });
    }

    private static void birthdaysExist(ContactFacts facts, FieldErrors errors) {
        DateRule.check("birthday", facts.birthday(), errors);
        if (facts.lunarBirthday() != null && !facts.lunarBirthday().exists()) {
            errors.add("lunarBirthday", "lunar-date-unknown");
        }
    }

    private static void labelsAreShort(ContactFacts facts, FieldErrors errors) {
        LabelRule.check("interests", facts.interests(), errors);
        LabelRule.check("tags", facts.tags(), errors);
    }

    private static void customersAreNamedByTheirIds(ContactFacts facts, FieldErrors errors) {
        RecordReference.check("customerId", facts.customerId(), errors);
        each("links", facts.links(), errors, (link, at) -> {
            given(at + ".customerId", link.customerId(), errors);
            RecordReference.check(at + ".customerId", link.customerId(), errors);
            ROLES.check(at + ".role", link.role(), errors);
            LINE.check(at + ".position", link.position(), errors);
            DateRule.check(at + ".from", link.from(), errors);
            DateRule.check(at + ".to", link.to(), errors);
            if (endsBefore(link.from(), link.to())) {
                errors.add(at + ".to", "period-crossed");
            }
        });
    }

    private static void consentsSayWhatFor(ContactFacts facts, FieldErrors errors) {
        Set<String> channels = new HashSet<>();
        each("consents", facts.consents(), errors, (consent, at) -> {
            given(at + ".channel", consent.channel(), errors);
            given(at + ".status", consent.status(), errors);
            given(at + ".source", consent.source(), errors);
            CHANNELS.check(at + ".channel", consent.channel(), errors);
            STATUSES.check(at + ".status", consent.status(), errors);
            LINE.check(at + ".source", consent.source(), errors);
            DateRule.check(at + ".date", consent.date(), errors);
            if (consent.date() == null) {
                errors.add(at + ".date", "required");
            }
            if (consent.channel() != null && !channels.add(consent.channel())) {
                errors.add(at + ".channel", "consent-repeated");
            }
        });
    }

    private static boolean endsBefore(LocalDate from, LocalDate to) {
        return from != null && to != null && to.isBefore(from);
    }

    private static void given(String field, String value, FieldErrors errors) {
        if (value == null) {
            errors.add(field, "required");
        }
    }

    private static <T> void each(String field, List<T> entries, FieldErrors errors, BiConsumer<T, String> rule) {
        if (entries == null) {
            return;
        }
        if (entries.size() > MOST_ENTRIES) {
            errors.add(field, "too-many", MOST_ENTRIES);
        }
        for (int i = 0; i < Math.min(entries.size(), MOST_ENTRIES); i++) {
            rule.accept(entries.get(i), field + '[' + i + ']');
        }
    }
}
