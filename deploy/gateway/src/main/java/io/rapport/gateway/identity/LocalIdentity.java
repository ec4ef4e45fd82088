package io.rapport.gateway.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.rapport.web.problem.Problems;
import java.util.List;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** The identity provider for one machine. With settings of an own provider none of this exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("rapport.identity.local")
class LocalIdentity {

    private static final int BEFORE_SECURITY = -200;

    @Bean
    JWKSource<SecurityContext> signingKeys(LocalIdentityProperties identity) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.keptIn(identity.keyFile())));
    }

    @Bean
    RegisteredClientRepository clients(LocalIdentityProperties identity) {
        return new DemoClients(identity.tokenLifetime());
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new UnkeptAuthorizations();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(LocalIdentityProperties identity) {
        return AuthorizationServerSettings.builder().issuer(identity.issuer()).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(LocalIdentityProperties identity) {
        return token -> {
            DemoClient client = DemoClient.of(token.getRegisteredClient().getClientId());
            token.getClaims().subject(client.user()).audience(List.of(identity.audience()))
                    .claim("roles", List.of(client.role().code()))
                    .claim("scope", String.join(" ", new TreeSet<>(token.getAuthorizedScopes())));
            if (client.team() != null) {
                token.getClaims().claim("team", client.team());
            }
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain localIdentityChain(HttpSecurity http) {
        return http
                .oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.tokenEndpoint(token -> token.accessTokenRequestConverter(new AllScopesUnlessAsked()))
                            .authorizationServerMetadataEndpoint(metadata -> metadata
                                    .authorizationServerMetadataCustomizer(LocalIdentity::sayWhatIsThere));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    FilterRegistrationBean<GuessingLimit> guessingLimit(Problems problems) {
        FilterRegistrationBean<GuessingLimit> registration = new FilterRegistrationBean<>(new GuessingLimit(problems));
        registration.addUrlPatterns("/oauth2/token");
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    private static void sayWhatIsThere(OAuth2AuthorizationServerMetadata.Builder metadata) {
        metadata.grantTypes(types -> {
            types.clear();
            types.add(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue());
        });
        metadata.tokenEndpointAuthenticationMethods(methods -> {
            methods.clear();
            methods.add(ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue());
        });
    }
}
