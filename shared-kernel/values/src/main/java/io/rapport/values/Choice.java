package io.rapport.values;

import java.util.List;

/**
 * A value that is one of a list of codes.
 *
 * @param codes what is allowed, in the order in which it is offered
 */
public record Choice(List<String> codes) {

    public Choice {
        codes = List.copyOf(codes);
    }

    public static Choice of(String... codes) {
        return new Choice(List.of(codes));
    }

    /** The names of an enumeration's constants. */
    public static <E extends Enum<E>> Choice of(Class<E> type) {
        return new Choice(java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    /**
     * Adds {@code choice-unknown} (argument: the codes allowed) where the value is none of them.
     *
     * @param value null passes
     */
    public void check(String field, String value, FieldErrors errors) {
        if (value != null && !codes.contains(value)) {
            errors.add(field, "choice-unknown", String.join(", ", codes));
        }
    }
}
