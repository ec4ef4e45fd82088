package io.rapport.web.problem;

import io.rapport.contracts.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Answers whatever a controller, or Spring on the way to it, throws. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Duration TIMED_OUT_RETRY = Duration.ofSeconds(1);

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        return problems.answer(refusal, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> answered(ProblemException problem, HttpServletRequest request) {
        return problems.answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notJson(JacksonException exception, HttpServletRequest request) {
        return answerOrFault(JsonProblems.of(exception), exception, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> badUpload(MultipartException exception, HttpServletRequest request) {
        return problems.answer(causeOf(exception, ProblemException.class)
                .orElseGet(() -> ProblemException.badRequest("multipart-unreadable")), request);
    }

    /** A query that is not UTF-8 or not percent-encoded, or a form with too many fields. */
    @ExceptionHandler
    ResponseEntity<Problem> badParameters(InvalidParameterException exception, HttpServletRequest request) {
        return problems.answer(ofStatus(HttpStatusCode.valueOf(exception.getErrorCode())), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> badMediaType(InvalidMediaTypeException exception, HttpServletRequest request) {
        return problems.answer(
                ProblemException.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type-malformed"), request);
    }

    /** Security's own exceptions pass on to its filter, which knows who asks. */
    @ExceptionHandler
    ResponseEntity<Problem> notAllowed(AccessDeniedException exception) {
        throw exception;
    }

    @ExceptionHandler
    ResponseEntity<Problem> notSignedIn(AuthenticationException exception) {
        throw exception;
    }

    /** Behind the beginning of another answer no document may follow: the fault goes on, and the connection breaks. */
    @ExceptionHandler
    ResponseEntity<Problem> fault(Throwable fault, HttpServletRequest request, HttpServletResponse response)
            throws Throwable {
        if (response.isCommitted()) {
            throw fault;
        }
        return problems.answer(causeOf(fault, ProblemException.class)
                .orElseGet(() -> problems.internal(fault, request)), request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception exception, Object body, HttpHeaders headers,
            HttpStatusCode status, WebRequest webRequest) {
        HttpServletRequest request = ((ServletWebRequest) webRequest).getRequest();
        ResponseEntity<Problem> answer = answerOrFault(translate(exception, status), exception, request);
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.putAll(answer.getHeaders());
        return new ResponseEntity<>(answer.getBody(), all, answer.getStatusCode());
    }

    private ResponseEntity<Problem> answerOrFault(ProblemException problem, Throwable cause, HttpServletRequest request) {
        return problems.answer(problem.status().is5xxServerError() && problem.status() != HttpStatus.SERVICE_UNAVAILABLE
                ? problems.internal(cause, request) : problem, request);
    }

    /** Of a parameter, or a part of an upload. */
    private static ProblemException badPart(String code, String name) {
        return ProblemException.of(Refusal.of(Refusal.Kind.UNREADABLE, name, code, name));
    }

    private static ProblemException translate(Exception exception, HttpStatusCode status) {
        return switch (exception) {
            case HttpMessageNotReadableException unreadable -> causeOf(unreadable, ProblemException.class)
                    .or(() -> causeOf(unreadable, JacksonException.class).map(JsonProblems::of))
                    .orElseGet(() -> ProblemException.badRequest("body-unreadable"));
            case MissingServletRequestParameterException missing ->
                    badPart("parameter-missing", missing.getParameterName());
            case MissingServletRequestPartException missing ->
                    badPart("part-missing", missing.getRequestPartName());
            case MissingRequestHeaderException missing ->
                    ProblemException.badRequest("header-missing", missing.getHeaderName());
            case MissingRequestValueException missing -> ProblemException.badRequest("bad-request");
            case MethodArgumentTypeMismatchException mismatch ->
                    badPart("parameter-invalid", mismatch.getName());
            case TypeMismatchException mismatch ->
                    badPart("parameter-invalid", String.valueOf(mismatch.getPropertyName()));
            case HttpRequestMethodNotSupportedException method ->
                    ProblemException.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
            case HttpMediaTypeNotSupportedException type -> ProblemException.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-media-type", MediaType.toString(type.getSupportedMediaTypes()));
            default -> ofStatus(status);
        };
    }

    /** The document for a status of which nothing more is known. */
    static ProblemException ofStatus(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return switch (known) {
            case NOT_FOUND -> ProblemException.of(known, "unknown-path");
            case METHOD_NOT_ALLOWED -> ProblemException.of(known, "method-not-allowed");
            case NOT_ACCEPTABLE -> ProblemException.of(known, "not-acceptable");
            case CONTENT_TOO_LARGE -> ProblemException.of(known, "body-too-large");
            case UNAUTHORIZED -> ProblemException.of(known, "not-signed-in");
            case FORBIDDEN -> ProblemException.of(known, "forbidden");
            case REQUEST_HEADER_FIELDS_TOO_LARGE, URI_TOO_LONG -> ProblemException.of(known, "header-too-large");
            case SERVICE_UNAVAILABLE -> ProblemException.unavailable(TIMED_OUT_RETRY, "unavailable");
            case null, default -> status.is4xxClientError()
                    ? ProblemException.of(known == null ? HttpStatus.BAD_REQUEST : known, "bad-request")
                    : ProblemException.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
        };
    }

    private static <T extends Throwable> Optional<T> causeOf(Throwable exception, Class<T> type) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
