package io.rapport.customfields;

import io.rapport.values.FieldErrors;
import io.rapport.values.TextRule;
import io.rapport.values.Website;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the value of one field may be. Turns what was given into the one form in which values are kept. */
public final class ValueRules {

    /** As in spreadsheets; a binary float, which the lists are sorted by, tells such numbers apart. */
    public static final int MOST_DIGITS = 15;
    private static final int MOST_CHOICES = 100;
    private static final TextRule TEXT = TextRule.lines(4_000);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?");

    private final CustomFieldDefinition field;
    private final FieldErrors errors;
    private final String at;

    /** @param at name of the value in errors */
    public ValueRules(CustomFieldDefinition field, String at, FieldErrors errors) {
        this.field = field;
        this.at = at;
        this.errors = errors;
    }

    /**
     * The value to keep; null where it is blank, or where an error was added.
     *
     * @param before what the record holds now: it may stay, whatever has become of the field; null when nothing
     */
    public Object read(Object given, Object before) {
        Object value = given instanceof String text && text.isBlank() ? null : switch (field.type()) {
            case TEXT -> text(given);
            case LINK -> link(given);
            case NUMBER -> number(given);
            case DATE -> date(given);
            case BOOLEAN -> flag(given);
            case CHOICE -> choice(given, before);
            case CHOICES -> choices(given, before);
        };
        if (value != null && field.deprecated() && !Objects.equals(value, before)) {
            errors.add(at, "custom-field-deprecated");
        }
        return value;
    }

    private Object text(Object given) {
        if (!(given instanceof String text)) {
            return unfit("expected-text");
        }
        String stripped = text.strip();
        TEXT.check(at, stripped, errors);
        CustomFieldDefinition.Validation rules = field.rules();
        int length = stripped.codePointCount(0, stripped.length());
        if (rules.minLength() != null && length < rules.minLength()) {
            errors.add(at, "custom-too-short", rules.minLength());
        }
        if (rules.maxLength() != null && length > rules.maxLength()) {
            errors.add(at, "too-long", rules.maxLength());
        }
        if (rules.pattern() != null && !BoundedPattern.matches(rules.pattern(), stripped)) {
            errors.add(at, "custom-pattern-unmatched", rules.pattern());
        }
        return stripped;
    }

    private Object link(Object given) {
        Object text = text(given);
        if (text instanceof String address) {
            Website.check(at, address, errors);
        }
        return text;
    }

    private Object number(Object given) {
        BigDecimal number = switch (given) {
            case BigDecimal decimal -> decimal;
            case String text when NUMBER.matcher(text.strip()).matches() -> new BigDecimal(text.strip());
            default -> null;
        };
        if (number == null) {
            return unfit("expected-number");
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.precision() > MOST_DIGITS || plain.scale() > MOST_DIGITS || plain.scale() < -MOST_DIGITS
                || plain.precision() - plain.scale() > MOST_DIGITS) {
            return unfit("custom-number-digits", MOST_DIGITS);
        }
        bounds(plain, BigDecimal::new);
        return plain;
    }

    private Object date(Object given) {
        if (given instanceof String text && DATE.matcher(text.strip()).matches()) {
            try {
                LocalDate day = LocalDate.parse(text.strip());
                if (day.getYear() > 0) {
                    bounds(day, LocalDate::parse);
                    return day.toString();
                }
            } catch (DateTimeException noSuchDay) {
                // refused below
            }
        }
        return unfit("expected-date");
    }

    private <T extends Comparable<? super T>> void bounds(T value, Function<String, T> bound) {
        String min = field.rules().min();
        String max = field.rules().max();
        if (min != null && value.compareTo(bound.apply(min)) < 0 || max != null && value.compareTo(bound.apply(max)) > 0) {
            errors.add(at, "custom-out-of-bounds", min == null ? "" : min, max == null ? "" : max);
        }
    }

    private Object flag(Object given) {
        return given instanceof Boolean ? given : unfit("expected-boolean");
    }

    private Object choice(Object given, Object before) {
        return given instanceof String code ? offered(code.strip(), before) : unfit("expected-text");
    }

    private Object choices(Object given, Object before) {
        List<?> wanted = given instanceof String one ? List.of(one) : given instanceof List<?> list ? list : null;
        if (wanted == null) {
            return unfit("expected-list");
        }
        if (wanted.size() > MOST_CHOICES) {
            return unfit("too-many", MOST_CHOICES);
        }
        List<?> held = before instanceof List<?> list ? list : List.of();
        List<Object> codes = wanted.stream().map(one -> ((String) one).strip()).filter(code -> !code.isEmpty())
                .distinct().map(code -> offered(code, held.contains(code) ? code : null))
                .filter(Objects::nonNull).toList();
        return codes.isEmpty() ? null : codes;
    }

    private Object offered(String code, Object before) {
        Optional<CustomFieldDefinition.Option> option = field.option(code);
        if (option.isPresent() && (!option.get().retired() || code.equals(before))) {
            return code;
        }
        return unfit(option.isPresent() ? "value-retired" : "choice-unknown",
                field.options().stream().filter(known -> !known.retired()).map(CustomFieldDefinition.Option::code)
                        .limit(MOST_CHOICES).collect(Collectors.joining(", ")));
    }

    private Object unfit(String code, Object... arguments) {
        errors.add(at, code, arguments);
        return null;
    }
}
