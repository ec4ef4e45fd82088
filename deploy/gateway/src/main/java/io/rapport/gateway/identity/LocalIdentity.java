package io.rapport.gateway.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.rapport.gateway.plainpage.PlainPages;
import io.rapport.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.UriUtils;

/** The identity provider for one machine. With settings of an own provider none of this exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("rapport.identity.local")
class LocalIdentity {

    private static final int BEFORE_SECURITY = -200;
    private static final String AUTHORIZE = "/oauth2/authorize";

    @Bean
    JWKSource<SecurityContext> signingKeys(LocalIdentityProperties identity) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.keptIn(identity.keyFile())));
    }

    @Bean
    PageClient pageClient(LocalIdentityProperties identity) {
        return PageClient.at(identity.issuer());
    }

    @Bean
    RegisteredClientRepository clients(PageClient page, LocalIdentityProperties identity) {
        return new DemoClients(page, identity.tokenLifetime());
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new SignedInAuthorizations();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(LocalIdentityProperties identity) {
        return AuthorizationServerSettings.builder().issuer(identity.issuer()).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(LocalIdentityProperties identity) {
        return token -> {
            boolean program = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType());
            DemoClient who = program ? DemoClient.of(token.getRegisteredClient().getClientId())
                    : DemoClient.named(token.getPrincipal().getName()).orElseThrow();
            token.getClaims().subject(who.user());
            if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                Set<String> scopes = new TreeSet<>(token.getAuthorizedScopes());
                scopes.retainAll(who.scopes());
                token.getClaims().audience(List.of(identity.audience()))
                        .claim("roles", List.of(who.role().code()))
                        .claim("scope", String.join(" ", scopes));
                if (who.team() != null) {
                    token.getClaims().claim("team", who.team());
                }
            }
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain localIdentityChain(HttpSecurity http, PlainPages pages) {
        SignInForm form = new SignInForm(pages);
        return http
                .oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.tokenEndpoint(token -> token.accessTokenRequestConverter(new AllScopesUnlessAsked()))
                            .authorizationEndpoint(authorization -> authorization
                                    .authorizationResponseHandler(LocalIdentity::returnToPage))
                            .authorizationServerMetadataEndpoint(metadata -> metadata
                                    .authorizationServerMetadataCustomizer(LocalIdentity::sayWhatIsThere))
                            .oidc(oidc -> oidc.providerConfigurationEndpoint(provider -> provider
                                    .providerConfigurationCustomizer(LocalIdentity::sayWhatIsThere)));
                })
                .addFilterBefore(new PasswordSignIn(AUTHORIZE, form), AbstractPreAuthenticatedProcessingFilter.class)
                .exceptionHandling(exceptions -> exceptions.defaultAuthenticationEntryPointFor(form,
                        PathPatternRequestMatcher.withDefaults().matcher(AUTHORIZE)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * By path alone: the page is a part of this gateway, whatever name the browser knows it by, and there is only one
     * address that codes are sent to.
     */
    private static void returnToPage(HttpServletRequest request, HttpServletResponse response,
            Authentication authentication) throws IOException {
        OAuth2AuthorizationCodeRequestAuthenticationToken granted =
                (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        response.sendRedirect(PageClient.CALLBACK_PATH
                + "?code=" + UriUtils.encode(granted.getAuthorizationCode().getTokenValue(), StandardCharsets.UTF_8)
                + "&state=" + UriUtils.encode(granted.getState(), StandardCharsets.UTF_8));
    }

    @Bean
    FilterRegistrationBean<GuessingLimit> guessingLimit(Problems problems) {
        FilterRegistrationBean<GuessingLimit> registration = new FilterRegistrationBean<>(new GuessingLimit(problems));
        registration.addUrlPatterns("/oauth2/token");
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    private static void sayWhatIsThere(OAuth2AuthorizationServerMetadata.Builder metadata) {
        metadata.grantTypes(LocalIdentity::onlyGrants).tokenEndpointAuthenticationMethods(LocalIdentity::onlyBasic);
    }

    private static void sayWhatIsThere(OidcProviderConfiguration.Builder provider) {
        provider.grantTypes(LocalIdentity::onlyGrants).tokenEndpointAuthenticationMethods(LocalIdentity::onlyBasic);
    }

    private static void onlyGrants(List<String> types) {
        types.retainAll(Set.of(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue(),
                AuthorizationGrantType.AUTHORIZATION_CODE.getValue(), AuthorizationGrantType.REFRESH_TOKEN.getValue()));
    }

    private static void onlyBasic(List<String> methods) {
        methods.retainAll(Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue()));
    }
}
