package io.rapport.web.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.rapport.web.problem.Problems;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every service is a resource server of its own: no request is believed because another service let it through. */
@AutoConfiguration(before = {OAuth2ResourceServerAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class})
@EnableWebSecurity
@EnableConfigurationProperties(IdentityProperties.class)
class SignInAutoConfiguration {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final long KEYS_FRESH_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final long KEYS_FETCH_MILLIS = Duration.ofSeconds(10).toMillis();
    private static final long KEYS_FETCH_INTERVAL_MILLIS = Duration.ofSeconds(1).toMillis();
    private static final long KEYS_WITHOUT_PROVIDER_MILLIS = Duration.ofHours(4).toMillis();

    /**
     * Checks tokens against the keys of the process itself where it is the identity provider, else against those that
     * the provider publishes.
     */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(IdentityProperties identity, ObjectProvider<JWKSource<SecurityContext>> own)
            throws IOException {
        JWKSource<SecurityContext> ownKeys = own.getIfAvailable();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(ownKeys == null ? publishedKeys(identity) : ownKeys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(EnumSet.allOf(SignatureAlgorithm.class)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCK_SKEW),
                new JwtIssuerValidator(identity.issuer()),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
                        audience -> audience != null && audience.contains(identity.audience()))));
        return new RememberedTokens(decoder);
    }

    /** Fetched with the first token, not at start: a service need not wait for the identity provider. */
    private static JWKSource<SecurityContext> publishedKeys(IdentityProperties identity) throws IOException {
        PublishedKeys keys = new PublishedKeys(identity);
        return JWKSourceBuilder
                .create(keys.description(), keys)
                .cache(KEYS_FRESH_MILLIS, KEYS_FETCH_MILLIS)
                .refreshAheadCache(false)
                .rateLimited(KEYS_FETCH_INTERVAL_MILLIS)
                .outageTolerant(KEYS_WITHOUT_PROVIDER_MILLIS)
                .build();
    }

    /** Health and metrics are open: they are told on the management port only, which listens on loopback by default. */
    @Bean
    @Order(0)
    SecurityFilterChain managementChain(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    SecurityFilterChain serviceChain(HttpSecurity http, PathRules rules, Problems problems) {
        PathRulesCheck check = new PathRulesCheck(rules, problems);
        SignInRefused refused = new SignInRefused(problems);
        return http
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .anyRequest().access(check))
                .oauth2ResourceServer(server -> server
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(CallerToken::of))
                        .authenticationEntryPoint(refused)
                        .accessDeniedHandler(check)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(refused);
                                return filter;
                            }
                        }))
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(refused).accessDeniedHandler(check))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    WebMvcConfigurer callerArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }
}
