package io.rapport.customer.domain.views;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.Choice;
import io.rapport.values.FieldErrors;
import io.rapport.values.TextRule;

import java.util.List;

/** The rules of what is kept for people: views and segments. */
public final class SharingPolicies {

    /** The kinds of record that have lists. */
    public static final Choice RECORD_KINDS = Choice.of("customer", "contact", "opportunity", "order", "interaction");

    private static final TextRule NAME = TextRule.line(100);
    private static final TextRule FILTER = TextRule.lines(8_000);
    private static final TextRule SEARCHED = TextRule.line(500);
    private static final TextRule FIELD = TextRule.line(200);
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_SORTS = 8;

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
    public static void itIsChangedByThoseItBelongsTo(Author author, String owner, boolean shared) {
        if (!mayRead(author.name(), owner, shared)) {
            throw unknown();
        }
        if (!author.name().equals(owner) && !author.mayShare()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "", "not-yours");
        }
    }

    /** @throws Refusal FORBIDDEN */
    public static void whatEverybodySeesIsKeptByThoseWhoMayShare(Author author, boolean shared) {
        if (shared && !author.mayShare()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "shared", "sharing-not-allowed");
        }
    }

    /** @throws Refusal UNKNOWN for what was removed */
    public static void itIsThere(Object definition) {
        if (definition == null) {
            throw unknown();
        }
    }

    public static void itHasANameAndAKind(String name, String recordKind, FieldErrors errors) {
        NAME.checkGiven("name", name, errors);
        if (recordKind == null) {
            errors.add("recordKind", "required");
        } else {
            RECORD_KINDS.check("recordKind", recordKind, errors);
        }
    }

    public static void theFilterIsOfBoundedLength(String filter, FieldErrors errors) {
        FILTER.check("filter", filter, errors);
    }

    static void columnsAndSortAreFewAndDifferent(ViewDefinition view, FieldErrors errors) {
        SEARCHED.check("q", view.q(), errors);
        fewAndDifferent("columns", view.columns(), MOST_COLUMNS, errors);
        fewAndDifferent("sort", view.sort(), MOST_SORTS, errors);
    }

    private static void fewAndDifferent(String field, List<String> names, int most, FieldErrors errors) {
        if (names.size() > most) {
            errors.add(field, "too-many", most);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            String element = field + '[' + i + ']';
            FIELD.checkGiven(element, names.get(i), errors);
            if (names.indexOf(names.get(i)) < i) {
                errors.add(element, "named-twice");
            } else if (names.get(i).contains(",")) {
                errors.add(element, "comma-in-name");
            }
        }
    }

    private static Refusal unknown() {
        return Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
    }
}
