package io.rapport.gateway.session;

import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Finds the access token that belongs to a session, renews it shortly before it runs out, and ends the session when it
 * is too old or the identity provider does not renew any more. Browsers never see a token.
 */
final class SessionToken extends OncePerRequestFilter {

    /** Name of the request attribute that holds the token. */
    static final String ATTRIBUTE = SessionToken.class.getName();

    private static final Logger log = LoggerFactory.getLogger(SessionToken.class);
    private static final Duration PROVIDER_RETRY = Duration.ofSeconds(2);

    private final OAuth2AuthorizedClientProvider renewal = new RefreshTokenOAuth2AuthorizedClientProvider();
    private final OAuth2AuthorizedClientRepository tokens;
    private final SessionLimits limits;
    private final Problems problems;

    SessionToken(OAuth2AuthorizedClientRepository tokens, SessionLimits limits, Problems problems) {
        this.tokens = tokens;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && who instanceof OAuth2AuthenticationToken) {
            try {
                String token = limits.isOver(session) ? null : token(session, who, request, response);
                if (token == null) {
                    end(session);
                } else {
                    request.setAttribute(ATTRIBUTE, token);
                }
            } catch (ClientAuthorizationException unanswered) {
                log.warn("A session's token cannot be renewed: {}", unanswered.getError().getErrorCode());
                problems.write(ProblemException.unavailable(PROVIDER_RETRY, "identity-unavailable"), request, response);
                return;
            } catch (IllegalStateException endedMeanwhile) {
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }

    /** Null when the session has none that is good, and gets no other. */
    private String token(HttpSession session, Authentication who, HttpServletRequest request,
            HttpServletResponse response) {
        // One of the requests that come together renews; the others take what it got.
        synchronized (WebUtils.getSessionMutex(session)) {
            OAuth2AuthorizedClient held = tokens.loadAuthorizedClient(Provider.ID, who, request);
            if (held == null) {
                return null;
            }
            try {
                OAuth2AuthorizedClient renewed = renewal.authorize(
                        OAuth2AuthorizationContext.withAuthorizedClient(held).principal(who).build());
                if (renewed != null) {
                    tokens.saveAuthorizedClient(renewed, who, request, response);
                    held = renewed;
                }
            } catch (ClientAuthorizationException refused) {
                if (OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())) {
                    return null;
                }
                if (!isGood(held)) {
                    throw refused;
                }
            }
            return isGood(held) ? held.getAccessToken().getTokenValue() : null;
        }
    }

    private static boolean isGood(OAuth2AuthorizedClient held) {
        Instant end = held.getAccessToken().getExpiresAt();
        return end == null || Instant.now().isBefore(end);
    }

    private static void end(HttpSession session) {
        SecurityContextHolder.clearContext();
        session.invalidate();
    }
}
