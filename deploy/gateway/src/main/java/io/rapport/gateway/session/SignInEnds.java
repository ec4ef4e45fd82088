package io.rapport.gateway.session;

import io.rapport.gateway.plainpage.PlainPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Leads a browser on when it comes back from the identity provider, or tells what went wrong and how to go on. */
final class SignInEnds implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInEnds.class);
    private static final String RETRY_SECONDS = "5";

    private final PlainPages pages;

    SignInEnds(PlainPages pages) {
        this.pages = pages;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
            Authentication signedIn) throws IOException {
        SessionLimits.begin(request.getSession());
        response.sendRedirect((String) request.getAttribute(PendingSignIns.FROM));
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException failed) throws IOException {
        String code = failed instanceof OAuth2AuthenticationException named ? named.getError().getErrorCode() : "";
        switch (code) {
            case "authorization_request_not_found" -> write(request, response, HttpStatus.BAD_REQUEST, "sign-in.outdated");
            case OAuth2ErrorCodes.ACCESS_DENIED -> write(request, response, HttpStatus.FORBIDDEN, "sign-in.denied");
            default -> {
                log.warn("A sign-in failed: {}", failed.toString());
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
                write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "sign-in.unavailable");
            }
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String sentence)
            throws IOException {
        Locale locale = PlainPages.languageOf(request, null);
        pages.write(response, status.value(), PlainPages.Page.NOTICE, locale,
                Map.of("title", "sign-in.failed", "text", sentence, "action", "sign-in.again"),
                Map.of("target", SignInRequests.PATH));
    }
}
