package io.rapport.web.signin;

import io.rapport.web.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;

/** The access token of the request at hand, for asking another service in the caller's name and with his rights. */
public final class ForwardedToken {

    private ForwardedToken() {
    }

    /**
     * The value of the {@code Authorization} header to send on.
     *
     * @throws ProblemException 401 when nobody signed in
     */
    public static String header() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token) {
            return "Bearer " + token.getToken().getTokenValue();
        }
        throw ProblemException.of(HttpStatus.UNAUTHORIZED, "not-signed-in");
    }
}
