package io.rapport.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Begins a sign-in at {@code GET /login}. {@code from} is the path to go to afterwards, {@code language} (zh-CN, zh-TW
 * or en) the one to ask in; both may be left out, and what does not fit is.
 */
final class SignInRequests implements OAuth2AuthorizationRequestResolver {

    static final String PATH = "/login";

    /** A path of this gateway: nothing that a browser could take for another host. */
    private static final String OWN_PATH = "/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}";

    private final DefaultOAuth2AuthorizationRequestResolver requests;

    SignInRequests(Provider provider) {
        requests = new DefaultOAuth2AuthorizationRequestResolver(provider);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) && request.getRequestURI().equals(PATH)
                ? resolve(request, Provider.ID) : null;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        String from = parameter(request, "from").filter(path -> path.matches(OWN_PATH)).orElse("/");
        return OAuth2AuthorizationRequest.from(requests.resolve(request, provider))
                .attributes(attributes -> attributes.put(PendingSignIns.FROM, from))
                .additionalParameters(parameters -> parameter(request, "language")
                        .filter(language -> language.matches("zh-CN|zh-TW|en"))
                        .ifPresent(language -> parameters.put("ui_locales", language)))
                .build();
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }
}
