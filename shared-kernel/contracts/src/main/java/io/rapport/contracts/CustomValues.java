package io.rapport.contracts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Values of custom fields by their keys. A value says by itself what it is: text (also of dates as {@code YYYY-MM-DD},
 * of links and of one choice) is a {@link String}, a number a {@link BigDecimal}, yes or no a {@link Boolean}, several
 * choices a {@code List<String>}. In JSON an object with text, numbers, booleans and lists of text.
 *
 * @param values without nulls; numbers without trailing zeros, so that equal numbers are equal
 */
public record CustomValues(Map<String, Object> values) {

    public static final CustomValues NONE = new CustomValues(Map.of());

    /**
     * @throws IllegalArgumentException if a value is of another class
     */
    public CustomValues {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(Objects.requireNonNull(key, "key"), canonical(value)));
        values = Collections.unmodifiableMap(sorted);
    }

    /** One value. */
    public static CustomValues of(String key, Object value) {
        return new CustomValues(Map.of(key, value));
    }

    /** Null when the field has no value. */
    public Object get(String key) {
        return values.get(key);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** These values with those on top, and without those of the cleared keys. */
    public CustomValues with(CustomValues changed, Collection<String> cleared) {
        Map<String, Object> merged = new TreeMap<>(values);
        merged.putAll(changed.values);
        merged.keySet().removeAll(cleared);
        return new CustomValues(merged);
    }

    /** These values without that of one key. */
    public CustomValues without(String key) {
        return with(NONE, List.of(key));
    }

    private static Object canonical(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean flag -> flag;
            case BigDecimal number -> canonical(number);
            case List<?> list -> list.stream().map(String.class::cast).toList();
            case null, default -> throw new IllegalArgumentException("not a value of a custom field");
        };
    }

    private static BigDecimal canonical(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
