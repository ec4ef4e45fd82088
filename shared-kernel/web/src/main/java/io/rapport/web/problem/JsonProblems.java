package io.rapport.web.problem;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Reads out of Jackson's exceptions what the sender can mend, in the sender's terms: place and field, never a class. */
final class JsonProblems {

    private JsonProblems() {
    }

    /**
     * @return 400 with line and column when the text is not JSON, 422 with the path when a field does not fit, 500 when
     *         the fault is ours
     */
    static ProblemException of(JacksonException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return within(pathOf(exception), refusal);
            }
        }
        return switch (exception) {
            case InputCoercionException outOfRange -> invalid(exception, "number-out-of-range");
            case StreamConstraintsException tooMuch -> ProblemException.badRequest("json-too-complex");
            case StreamReadException unreadable -> unreadable(unreadable);
            case PropertyBindingException unknown -> invalid(exception, "unknown-field");
            case InvalidNullException missing -> invalid(exception, "required");
            case MismatchedInputException mismatch when isTrailing(mismatch) -> placed("json-unreadable", exception);
            case MismatchedInputException mismatch -> invalid(pathOf(exception), expected(mismatch.getTargetType()));
            case ValueInstantiationException refused -> invalid(exception, "not-accepted");
            case InvalidDefinitionException ours -> ProblemException.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
            default -> invalid(exception, "not-accepted");
        };
    }

    private static ProblemException unreadable(StreamReadException exception) {
        boolean duplicate = String.valueOf(exception.getOriginalMessage()).startsWith("Duplicate");
        return placed(duplicate ? "json-duplicate-field" : "json-unreadable", exception);
    }

    private static boolean isTrailing(MismatchedInputException exception) {
        return exception.getPath().isEmpty()
                && String.valueOf(exception.getOriginalMessage()).startsWith("Trailing token");
    }

    private static ProblemException placed(String code, JacksonException exception) {
        return exception.getLocation() == null
                ? ProblemException.badRequest("body-unreadable")
                : ProblemException.badRequest(code, exception.getLocation().getLineNr(),
                        exception.getLocation().getColumnNr());
    }

    private static ProblemException invalid(JacksonException exception, String code) {
        return invalid(pathOf(exception), FieldError.of("", code));
    }

    private static ProblemException invalid(String path, FieldError error) {
        return within(path, Refusal.invalid(List.of(error)));
    }

    private static ProblemException within(String path, Refusal refusal) {
        return ProblemException.invalid(refusal.errors().stream()
                .map(error -> new FieldError(join(path, error.field()), error.code(), error.arguments()))
                .toList());
    }

    private static String join(String path, String field) {
        return path.isEmpty() || field.isEmpty() ? path + field : path + '.' + field;
    }

    private static String pathOf(JacksonException exception) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : exception.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static FieldError expected(Class<?> type) {
        if (type == null) {
            return FieldError.of("", "not-accepted");
        }
        if (type.isEnum()) {
            return FieldError.of("", "expected-choice", Arrays.stream(type.getEnumConstants())
                    .map(choice -> ((Enum<?>) choice).name()).collect(Collectors.joining(", ")));
        }
        if (type == String.class) {
            return FieldError.of("", "expected-text");
        }
        if (type == boolean.class || type == Boolean.class) {
            return FieldError.of("", "expected-boolean");
        }
        if (type == int.class || type == long.class || type == short.class || type == Integer.class
                || type == Long.class || type == Short.class || type == BigInteger.class) {
            return FieldError.of("", "expected-whole-number");
        }
        if (type.isPrimitive() || type == BigDecimal.class || Number.class.isAssignableFrom(type)) {
            return FieldError.of("", "expected-number");
        }
        if (type == LocalDate.class) {
            return FieldError.of("", "expected-date");
        }
        if (type == Instant.class) {
            return FieldError.of("", "expected-instant");
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return FieldError.of("", "expected-list");
        }
        return FieldError.of("", "expected-object");
    }
}
