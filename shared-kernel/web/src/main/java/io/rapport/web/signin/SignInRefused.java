package io.rapport.web.signin;

import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers a request without a token, with a bad one, or with one that cannot be checked now. */
final class SignInRefused implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInRefused.class);
    private static final Duration KEYS_RETRY = Duration.ofSeconds(2);

    private final Problems problems;

    SignInRefused(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof AuthenticationServiceException) {
            log.warn("Tokens cannot be checked: {}", refused.getMessage());
            problems.write(ProblemException.unavailable(KEYS_RETRY, "identity-unavailable"), request, response);
            return;
        }
        boolean hadToken = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        problems.write(ProblemException.of(HttpStatus.UNAUTHORIZED, hadToken ? "token-invalid" : "not-signed-in")
                .header(HttpHeaders.WWW_AUTHENTICATE, hadToken ? "Bearer error=\"invalid_token\"" : "Bearer"),
                request, response);
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException refused) throws IOException {
        commence(request, response, refused);
    }
}
