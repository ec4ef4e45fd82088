package io.rapport.customer.domain.sharing;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.Choice;
import io.rapport.values.FieldErrors;
import io.rapport.values.TextRule;

/** The rules of what is kept for people. */
public final class SharingPolicies {

    /** The kinds of record that have lists. */
    public static final Choice RECORD_KINDS = Choice.of("customer", "contact", "opportunity", "order", "interaction",
            "task");

    private static final TextRule NAME = TextRule.line(100);
    private static final TextRule FILTER = TextRule.lines(8_000);

    private SharingPolicies() {
    }

    /** Everybody reads what is shared and what is his own. */
    public static boolean mayRead(String reader, String owner, boolean shared) {
        return shared || reader.equals(owner);
    }

    /**
     * The owner changes what is his; what is shared, also those who may share.
     *
     * @throws Refusal UNKNOWN where the author may not even see it, FORBIDDEN where he may only see it
     */
    static void itIsChangedByThoseItBelongsTo(Author author, String owner, boolean shared) {
        if (!mayRead(author.name(), owner, shared)) {
            throw unknown();
        }
        if (!author.name().equals(owner) && !author.mayShare()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "", "not-yours");
        }
    }

    /** @throws Refusal FORBIDDEN */
    static void whatEverybodySeesIsKeptByThoseWhoMayShare(Author author, boolean shared) {
        if (shared && !author.mayShare()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "shared", "sharing-not-allowed");
        }
    }

    /** @throws Refusal UNKNOWN for what was removed */
    static void itIsThere(Object definition) {
        if (definition == null) {
            throw unknown();
        }
    }

    static void itHasANameAndAKind(String name, String recordKind, FieldErrors errors) {
        NAME.checkGiven("name", name, errors);
        if (recordKind == null) {
            errors.add("recordKind", "required");
        } else {
            RECORD_KINDS.check("recordKind", recordKind, errors);
        }
    }

    static void theFilterIsOfBoundedLength(String filter, FieldErrors errors) {
        FILTER.check("filter", filter, errors);
    }

    static void itsKindStays(String before, String after) {
        FieldErrors errors = new FieldErrors();
        if (!after.equals(before)) {
            errors.add("recordKind", "record-kind-fixed");
        }
        errors.throwIfAny();
    }

    private static Refusal unknown() {
        return Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
    }
}
