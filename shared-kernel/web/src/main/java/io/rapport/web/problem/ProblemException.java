package io.rapport.web.problem;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request that ends in a problem document for a reason that belongs to HTTP or to the service's state. What the
 * domain refuses is a {@link Refusal} instead.
 */
public final class ProblemException extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final List<String> arguments;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> members;
    private final HttpHeaders headers = new HttpHeaders();

    private ProblemException(HttpStatus status, String code, List<String> arguments, List<FieldError> errors) {
        this(status, code, arguments, errors, Map.of());
    }

    private ProblemException(HttpStatus status, String code, List<String> arguments, List<FieldError> errors,
            Map<String, String> members) {
        // An answer, not a fault: the stack says nothing.
        super(status.value() + " " + code, null, false, false);
        this.status = Objects.requireNonNull(status);
        this.code = Objects.requireNonNull(code);
        this.arguments = List.copyOf(arguments);
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    /**
     * @param code      key of the detail in the message bundles
     * @param arguments values that the message names, in order; never personal data
     */
    public static ProblemException of(HttpStatus status, String code, Object... arguments) {
        return new ProblemException(status, code, texts(arguments), List.of());
    }

    /** A header, parameter or expression that cannot be read: 400. */
    public static ProblemException badRequest(String code, Object... arguments) {
        return of(HttpStatus.BAD_REQUEST, code, arguments);
    }

    /** Not now, but soon: 503 with {@code Retry-After}, rounded up to seconds. */
    public static ProblemException unavailable(Duration retryAfter, String code, Object... arguments) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, code, arguments).retryAfter(retryAfter);
    }

    static ProblemException of(Refusal refusal) {
        List<FieldError> errors = refusal.errors();
        FieldError main = errors.getFirst();
        return switch (refusal.kind()) {
            case UNREADABLE -> new ProblemException(HttpStatus.BAD_REQUEST, main.code(), main.arguments(), named(errors));
            case INVALID -> invalid(errors);
            case UNKNOWN -> new ProblemException(HttpStatus.NOT_FOUND, main.code(), main.arguments(), List.of());
            case CONFLICT -> new ProblemException(HttpStatus.CONFLICT, main.code(), main.arguments(), named(errors));
            case OUTDATED -> new ProblemException(HttpStatus.PRECONDITION_FAILED, main.code(), main.arguments(), List.of());
            case GONE ->
                    new ProblemException(HttpStatus.GONE, main.code(), main.arguments(), List.of(), refusal.members());
            case FORBIDDEN -> new ProblemException(HttpStatus.FORBIDDEN, main.code(), main.arguments(), named(errors));
        };
    }

    static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-content", List.of(), errors);
    }

    private static List<FieldError> named(List<FieldError> errors) {
        return errors.stream().filter(error -> !error.field().isEmpty()).toList();
    }

    private static List<String> texts(Object... arguments) {
        return java.util.Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /** Adds {@code Retry-After}, rounded up to seconds. */
    public ProblemException retryAfter(Duration wait) {
        return header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    /** Adds a header to the answer. */
    public ProblemException header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    List<String> arguments() {
        return arguments;
    }

    List<FieldError> errors() {
        return errors;
    }

    Map<String, String> members() {
        return members;
    }

    HttpHeaders headers() {
        return headers;
    }
}
