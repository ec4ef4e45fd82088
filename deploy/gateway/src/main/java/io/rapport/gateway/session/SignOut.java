package io.rapport.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers {@code POST /logout} with {@code {"location": …}}, where the page sends the browser next: to the identity
 * provider, that it ends its session too, or where it has no such address, to {@value #SIGNED_OUT}. Not by a redirect,
 * which a script could not follow to another host.
 */
final class SignOut extends OidcClientInitiatedLogoutSuccessHandler {

    static final String PATH = "/logout";
    static final String SIGNED_OUT = "/signed-out";

    private final JsonMapper mapper;

    SignOut(ClientRegistrationRepository provider, JsonMapper mapper) {
        super(provider);
        this.mapper = mapper;
        setPostLogoutRedirectUri("{baseUrl}" + SIGNED_OUT);
        setDefaultTargetUrl(SIGNED_OUT);
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        mapper.writeValue(response.getOutputStream(), Map.of("location", determineTargetUrl(request, response, who)));
    }
}
