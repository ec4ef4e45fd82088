package io.rapport.customer.domain.customfields;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customfields.BoundedPattern;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFieldDefinition.Option;
import io.rapport.customfields.CustomFieldDefinition.Validation;
import io.rapport.customfields.CustomFieldType;
import io.rapport.customfields.RecordKind;
import io.rapport.customfields.ValueRules;
import io.rapport.rights.FieldClass;
import io.rapport.values.FieldErrors;
import io.rapport.values.LocalizedLabel;
import io.rapport.values.TextRule;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rule book of custom fields. */
final class CustomFieldPolicies {

    private static final int MOST_FIELDS = 500;
    private static final int MOST_OPTIONS = 500;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_PATTERN = 500;
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_]{0,49}");
    private static final Set<RecordKind> KEPT_APART =
            Set.of(RecordKind.CUSTOMER, RecordKind.OPPORTUNITY, RecordKind.ORDER);
    private static final String CLASSES = Stream.concat(Stream.of(CustomFieldDefinition.FACTS),
            Stream.of(FieldClass.values()).map(FieldClass::code)).collect(Collectors.joining(", "));
    private static final TextRule OPTION = TextRule.line(100);

    private CustomFieldPolicies() {
    }

    static void keyIsAName(CustomFieldDefinition field, FieldErrors errors) {
        if (!KEY.matcher(field.key()).matches()) {
            errors.add("key", "custom-key-invalid");
        }
    }

    static void aTypeIsGiven(CustomFieldDefinition field, FieldErrors errors) {
        if (field.type() == null) {
            errors.add("type", "required");
        }
    }

    static void theFieldIsCalledSomething(CustomFieldDefinition field, FieldErrors errors) {
        LocalizedLabel.check("label", field.label(), errors);
    }

    static void onlyChoicesHaveOptions(CustomFieldDefinition field, FieldErrors errors) {
        if (!field.type().hasOptions()) {
            if (!field.options().isEmpty()) {
                errors.add("options", "custom-options-not-taken", field.type().code());
            }
        } else if (field.options().isEmpty()) {
            errors.add("options", "required");
        } else if (field.options().size() > MOST_OPTIONS) {
            errors.add("options", "too-many", MOST_OPTIONS);
        } else {
            optionsAreDifferentAndCalledSomething(field, errors);
        }
    }

    private static void optionsAreDifferentAndCalledSomething(CustomFieldDefinition field, FieldErrors errors) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < field.options().size(); i++) {
            Option option = field.options().get(i);
            String at = "options[" + i + ']';
            OPTION.checkGiven(at + ".code", option.code(), errors);
            if (option.code() != null && !option.code().equals(option.code().strip())) {
                errors.add(at + ".code", "value-code-spaces");
            }
            if (option.code() != null && !seen.add(option.code())) {
                errors.add(at + ".code", "value-code-twice");
            }
            LocalizedLabel.check(at + ".label", option.label(), errors);
        }
    }

    static void validationFitsTheType(CustomFieldDefinition field, FieldErrors errors) {
        Validation rules = field.rules();
        boolean texts = field.type() == CustomFieldType.TEXT || field.type() == CustomFieldType.LINK;
        boolean bounded = field.type() == CustomFieldType.NUMBER || field.type() == CustomFieldType.DATE;
        if (!texts) {
            refuse("minLength", rules.minLength(), field, errors);
            refuse("maxLength", rules.maxLength(), field, errors);
            refuse("pattern", rules.pattern(), field, errors);
        } else {
            lengthsMakeSense(rules, errors);
            if (rules.pattern() != null
                    && (rules.pattern().length() > LONGEST_PATTERN || !BoundedPattern.isValid(rules.pattern()))) {
                errors.add("validation.pattern", "custom-pattern-invalid");
            }
        }
        if (!bounded) {
            refuse("min", rules.min(), field, errors);
            refuse("max", rules.max(), field, errors);
        } else {
            boundsMakeSense(field, rules, errors);
        }
    }

    private static void refuse(String part, Object given, CustomFieldDefinition field, FieldErrors errors) {
        if (given != null) {
            errors.add("validation." + part, "custom-validation-not-taken", field.type().code());
        }
    }

    private static void lengthsMakeSense(Validation rules, FieldErrors errors) {
        Integer min = rules.minLength();
        Integer max = rules.maxLength();
        if (min != null && (min < 0 || min > LONGEST_TEXT)) {
            errors.add("validation.minLength", "custom-length-out-of-range", LONGEST_TEXT);
        } else if (max != null && (max < 1 || max > LONGEST_TEXT)) {
            errors.add("validation.maxLength", "custom-length-out-of-range", LONGEST_TEXT);
        } else if (min != null && max != null && min > max) {
            errors.add("validation.maxLength", "custom-bounds-crossed");
        }
    }

    private static void boundsMakeSense(CustomFieldDefinition field, Validation rules, FieldErrors errors) {
        CustomFieldDefinition unbounded = new CustomFieldDefinition(field.recordKind(), field.key(), field.type(),
                field.label(), false, null, null, null, false);
        Object min = bound(unbounded, "min", rules.min(), errors);
        Object max = bound(unbounded, "max", rules.max(), errors);
        if (min != null && max != null && compare(min, max) > 0) {
            errors.add("validation.max", "custom-bounds-crossed");
        }
    }

    private static Object bound(CustomFieldDefinition unbounded, String part, String text, FieldErrors errors) {
        return text == null ? null : new ValueRules(unbounded, "validation." + part, errors).read(text, null);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    /** The default in the form in which values are kept; the definition as it is where it has none or a wrong one. */
    static CustomFieldDefinition theDefaultIsAValue(CustomFieldDefinition field, FieldErrors errors) {
        Object given = field.preset().get(field.key());
        if (given == null) {
            return field;
        }
        CustomFieldDefinition writable = with(field, field.preset(), false);
        Object read = new ValueRules(writable, "default", errors).read(given, null);
        return read == null ? field : with(field, CustomValues.of(field.key(), read),
                field.deprecated());
    }

    private static CustomFieldDefinition with(CustomFieldDefinition field, CustomValues preset,
                                              boolean deprecated) {
        return new CustomFieldDefinition(field.recordKind(), field.key(), field.type(), field.label(),
                field.required(), preset, field.options(), field.validation(), deprecated, field.unique(),
                field.fieldClass());
    }

    static void theClassIsOneThereIs(CustomFieldDefinition field, FieldErrors errors) {
        if (field.fieldClass() != null && FieldClass.of(field.fieldClass()).isEmpty()) {
            errors.add("fieldClass", "choice-unknown", CLASSES);
        }
    }

    /** Whoever is told that a value is taken learns that it is there: so it is one that everybody may know. */
    static void onlyFactsAreUnique(CustomFieldDefinition field, FieldErrors errors) {
        if (field.keepsValuesApart() && field.fieldClass() != null) {
            errors.add("unique", "custom-unique-only-facts");
        }
    }

    /** Of records that this service writes: no other would keep to it. */
    static void onlyTextsWithoutDefaultAreUnique(CustomFieldDefinition field, FieldErrors errors) {
        if (field.keepsValuesApart()) {
            if (field.type() != CustomFieldType.TEXT || !KEPT_APART.contains(field.recordKind())) {
                errors.add("unique", "custom-unique-not-taken");
            } else if (!field.preset().isEmpty()) {
                errors.add("default", "custom-unique-default");
            }
        }
    }

    /** @throws Refusal CONFLICT with the number of records that stand in the way */
    static void valuesThatRepeatAreNotUnique(CustomFieldDefinition before, CustomFieldDefinition after,
                                             CustomFieldUsers users) {
        if (after.keepsValuesApart() && (before == null || !before.keepsValuesApart())) {
            long repeated = users.countRepeated(after.recordKind(), after.key());
            if (repeated > 0) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "unique", "custom-values-repeated", repeated);
            }
        }
    }

    static void fieldsAreFew(CustomFieldDefinition field, CustomFieldUsers users) {
        if (users.fields(field.recordKind()) >= MOST_FIELDS) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "custom-fields-too-many", MOST_FIELDS);
        }
    }

    /** @throws Refusal CONFLICT with the number of records whose values stand in the way */
    static void theTypeChangesOnlyWhereTheDataAllow(CustomFieldDefinition before, CustomFieldDefinition after,
                                                    CustomFieldUsers users) {
        if (before.type() == after.type()) {
            return;
        }
        boolean takenOver = before.type().isText() && after.type().isText();
        long inTheWay = takenOver
                ? users.countUnfit(before.recordKind(), before.key(), text -> fits(text, after))
                : users.count(before.recordKind(), before.key());
        if (inTheWay > 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "type", takenOver ? "custom-values-unfit" : "custom-type-in-use",
                    before.type().code(), after.type().code(), inTheWay);
        }
    }

    /** As it is, to the character: nobody rewrites the records. */
    private static boolean fits(String text, CustomFieldDefinition field) {
        FieldErrors errors = new FieldErrors();
        return text.equals(new ValueRules(field, "", errors).read(text, text)) && errors.isEmpty();
    }

    /** @throws Refusal CONFLICT with the number of records that hold the first option that would vanish */
    static void anOptionInUseDoesNotVanish(CustomFieldDefinition before, CustomFieldDefinition after,
                                           CustomFieldUsers users) {
        if (!after.type().hasOptions()) {
            return;
        }
        for (Option option : before.options()) {
            if (after.option(option.code()).isEmpty()) {
                long count = users.count(before.recordKind(), before.key(), option.code());
                if (count > 0) {
                    throw Refusal.of(Refusal.Kind.CONFLICT, "options", "custom-option-in-use", option.code(), count);
                }
            }
        }
    }

    /** @throws Refusal CONFLICT with the number of records that have a value */
    static void aFieldInUseIsNotRemoved(CustomFieldDefinition field, CustomFieldUsers users) {
        long count = users.count(field.recordKind(), field.key());
        if (count > 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "custom-field-in-use", count);
        }
    }
}
