package io.rapport.customer.domain.valuelists;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.FieldErrors;
import io.rapport.values.LocalizedLabel;
import io.rapport.values.TextRule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The rule book of administered lists. */
final class ValueListPolicies {

    private static final int MOST_ENTRIES = 500;
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");
    private static final TextRule LINE = TextRule.line(100);

    private ValueListPolicies() {
    }

    static void entriesAreFew(ValueListDefinition definition, FieldErrors errors) {
        if (definition.entries().size() > MOST_ENTRIES) {
            errors.add("entries", "too-many", MOST_ENTRIES);
        }
    }

    static void codesAreDifferent(ValueListDefinition definition, FieldErrors errors) {
        Set<String> seen = new HashSet<>();
        forEach(definition, (field, entry) -> {
            if (entry.code() != null && !seen.add(entry.code())) {
                errors.add(field + ".code", "value-code-twice");
            }
        });
    }

    static void codesAreWrittenAsTheListWantsThem(ValueListName name, ValueListDefinition definition,
                                                  FieldErrors errors) {
        forEach(definition, (field, entry) -> {
            String code = entry.code();
            if (code == null || code.isBlank()) {
                errors.add(field + ".code", "required");
            } else if (name.codes() == ValueListName.Codes.TEXTS) {
                LINE.check(field + ".code", code, errors);
                if (!code.equals(code.strip())) {
                    errors.add(field + ".code", "value-code-spaces");
                }
            } else if (!WORD.matcher(code).matches()) {
                errors.add(field + ".code", "value-code-invalid");
            }
        });
    }

    static void everyEntryIsCalledSomething(ValueListDefinition definition, FieldErrors errors) {
        forEach(definition, (field, entry) -> LocalizedLabel.check(field + ".label", entry.label(), errors));
    }

    /** Rules of the platform follow from them: neither more nor fewer. */
    static void fixedCodesStayAsTheyAre(ValueListName name, ValueListDefinition definition, FieldErrors errors) {
        if (name.codes() == ValueListName.Codes.FIXED) {
            Set<String> known = codes(name.preset());
            if (!codes(definition).equals(known)) {
                errors.add("entries", "value-codes-fixed", String.join(", ", codesInOrder(name.preset())));
            }
        }
    }

    static void onlyListsOfTextsAreOpen(ValueListName name, ValueListDefinition definition, FieldErrors errors) {
        if (definition.open() && name.codes() != ValueListName.Codes.TEXTS) {
            errors.add("open", "value-list-closed");
        }
    }

    static void aDefaultRemains(ValueListName name, ValueListDefinition definition, FieldErrors errors) {
        if (name.hasDefault() && definition.first() == null) {
            errors.add("entries", "value-list-needs-default");
        }
    }

    /** @throws Refusal CONFLICT with the number of records that hold the first value that would vanish */
    static void aValueInUseDoesNotVanish(ValueListName name, ValueListDefinition before, ValueListDefinition after,
                                         ValueUsers users) {
        for (ValueListDefinition.Entry entry : before.entries()) {
            // Of an open list any text may stand in a record; the entry was a proposal only.
            if (after.find(entry.code()).isEmpty() && !after.open()) {
                if (!name.isCounted()) {
                    throw Refusal.of(Refusal.Kind.CONFLICT, "entries", "value-stays", entry.code());
                }
                long count = users.count(name, entry.code());
                if (count > 0) {
                    throw Refusal.of(Refusal.Kind.CONFLICT, "entries", "value-in-use", entry.code(), count);
                }
            }
        }
    }

    private static Set<String> codes(ValueListDefinition definition) {
        return new HashSet<>(codesInOrder(definition));
    }

    private static List<String> codesInOrder(ValueListDefinition definition) {
        return definition.entries().stream().map(entry -> String.valueOf(entry.code())).toList();
    }

    private static void forEach(ValueListDefinition definition,
                                BiConsumer<String, ValueListDefinition.Entry> check) {
        for (int i = 0; i < Math.min(definition.entries().size(), MOST_ENTRIES); i++) {
            check.accept("entries[" + i + ']', definition.entries().get(i));
        }
    }
}
