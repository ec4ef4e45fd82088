package io.rapport.gateway.session;

import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Tells the page that its session has ended, or that a request may not come from it: never by a redirect. */
final class SessionRefused implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final Problems problems;

    SessionRefused(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        problems.write(ProblemException.of(HttpStatus.UNAUTHORIZED, "session-ended")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (!trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication())) {
            commence(request, response, null);
            return;
        }
        problems.write(ProblemException.of(HttpStatus.FORBIDDEN,
                denied instanceof CsrfException ? "csrf-token-missing" : "forbidden"), request, response);
    }
}
