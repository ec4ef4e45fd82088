package io.rapport.contracts.refusal;

import java.util.List;
import java.util.Objects;

/**
 * One reason why a value is refused, told apart from its wording: the edge turns {@code code} and {@code arguments}
 * into a sentence in the reader's language.
 *
 * @param field     path of the field in the request, for example {@code phone} or {@code address.city}; empty when the
 *                  whole body is meant
 * @param code      stable, lower-case with hyphens, for example {@code phone-invalid}; key of the message
 * @param arguments values that the message names, in order; never personal data
 */
public record FieldError(String field, String code, List<String> arguments) {

    public FieldError {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(code, "code");
        arguments = List.copyOf(arguments);
    }

    public static FieldError of(String field, String code, Object... arguments) {
        return new FieldError(field, code, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
