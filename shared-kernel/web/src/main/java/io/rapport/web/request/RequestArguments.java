package io.rapport.web.request;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.rapport.web.problem.Languages;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.signin.CallerArgument;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controller methods what the conventions put into headers. */
final class RequestArguments implements HandlerMethodArgumentResolver {

    /** What OpenTelemetry says where there is no trace. */
    private static final String NO_TRACE = "0".repeat(32);
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final ObjectProvider<Tracer> tracer;

    RequestArguments(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        return parameter.isOptional() ? type == IdempotencyKey.class
                : type == IfMatch.class || type == ConsistencyTokens.class || type == RequestContext.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest web,
            WebDataBinderFactory binders) throws Exception {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        if (type == IdempotencyKey.class) {
            return idempotencyKey(request);
        }
        if (type == IfMatch.class) {
            return IfMatch.parse(request.getHeader(HttpHeaders.IF_MATCH));
        }
        if (type == ConsistencyTokens.class) {
            return ConsistencyTokens.parse(request.getHeaders(Answers.CONSISTENCY_TOKEN));
        }
        return new RequestContext(CallerArgument.current(),
                Languages.choose(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                Correlation.idOf(request), traceparent());
    }

    private static Optional<IdempotencyKey> idempotencyKey(HttpServletRequest request) throws Exception {
        String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return Optional.empty();
        }
        if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw ProblemException.badRequest("idempotency-key-malformed");
        }
        return Optional.of(new IdempotencyKey(key, RequestDigest.of(request)));
    }

    private String traceparent() {
        Tracer known = tracer.getIfAvailable();
        Span span = known == null ? null : known.currentSpan();
        if (span == null || span.context().traceId().equals(NO_TRACE)) {
            return null;
        }
        // Also of a request that is not sampled: its id still joins what the logs of all services say.
        TraceContext trace = span.context();
        return "00-" + trace.traceId() + '-' + trace.spanId() + (Boolean.TRUE.equals(trace.sampled()) ? "-01" : "-00");
    }
}
