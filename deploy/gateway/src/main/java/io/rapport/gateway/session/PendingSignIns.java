package io.rapport.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * Sign-ins that were begun and not ended, each bound to its browser by a cookie. No session exists before somebody has
 * signed in, so strangers cannot fill the memory with sessions, nor plant one.
 */
final class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** Where the browser wanted to go, as an attribute of the authorization request and of the callback. */
    static final String FROM = PendingSignIns.class.getName() + ".from";

    private static final String COOKIE = "rapport-sign-in";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 10_000;
    private static final int BROWSER_BYTES = 32;

    private final Cache<String, Pending> pending = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final SecureRandom random = new SecureRandom();

    private record Pending(String browser, OAuth2AuthorizationRequest request) {
    }

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        Pending known = state == null ? null : pending.getIfPresent(state);
        return known != null && browserOf(request).filter(browser -> same(browser, known.browser)).isPresent()
                ? known.request : null;
    }

    @Override
    public void saveAuthorizationRequest(OAuth2AuthorizationRequest begun, HttpServletRequest request,
            HttpServletResponse response) {
        // The same for all tabs: each may be the one in which the sign-in is ended.
        String browser = browserOf(request).orElseGet(this::newBrowser);
        pending.put(begun.getState(), new Pending(browser, begun));
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, browser).path("/login").maxAge(KEPT)
                .httpOnly(true).secure(request.isSecure()).sameSite("Lax").build().toString());
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
            HttpServletResponse response) {
        OAuth2AuthorizationRequest known = loadAuthorizationRequest(request);
        if (known != null) {
            pending.invalidate(known.getState());
            request.setAttribute(FROM, known.getAttribute(FROM));
        }
        return known;
    }

    private static Optional<String> browserOf(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue)
                .filter(value -> value.matches("[\\w-]{43}"));
    }

    private String newBrowser() {
        byte[] browser = new byte[BROWSER_BYTES];
        random.nextBytes(browser);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(browser);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
