package io.rapport.gateway.routing;

import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Says in the platform's own words that a service cannot be reached. */
final class ServiceCall implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(ServiceCall.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final String service;

    ServiceCall(String service) {
        this.service = service;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (request.headers().contentType().filter(MediaType.APPLICATION_FORM_URLENCODED::equalsTypeAndSubtype).isPresent()) {
            // No service takes forms, and reading one here would turn its fields into query parameters.
            throw ProblemException.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type",
                    "application/json, multipart/form-data");
        }
        try {
            return next.handle(request);
        } catch (ResourceAccessException unreachable) {
            for (Throwable cause = unreachable; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException ours) {
                    throw ours;
                }
            }
            log.warn("{} does not answer: {}", service, String.valueOf(unreachable.getRootCause()));
            throw ProblemException.unavailable(RETRY, "service-unavailable");
        }
    }
}
