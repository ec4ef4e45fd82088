package io.rapport.gateway.session;

import io.rapport.gateway.identity.PageClient;
import io.rapport.gateway.plainpage.PlainPages;
import io.rapport.web.problem.Problems;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * People sign in with a browser at the identity provider (OpenID Connect, authorization code with PKCE); what they get
 * for it is a cookie. Programs bring a token of their own with each request and have no session.
 */
@Configuration(proxyBeanMethods = false)
class BrowserSessions {

    private static final Set<String> SIGN_IN_PATHS =
            Set.of(SignInRequests.PATH, PageClient.CALLBACK_PATH, SignOut.PATH, SignOut.SIGNED_OUT);

    @Bean
    Provider provider(ProviderProperties provider, ObjectProvider<PageClient> builtIn, Environment environment) {
        PageClient page = builtIn.getIfAvailable();
        // Known when the server listens, which is before the first sign-in.
        Supplier<String> ownAddress = () -> "http://127.0.0.1:" + environment.getProperty("local.server.port");
        return page == null ? Provider.at(provider) : Provider.builtIn(provider.issuer(), page, ownAddress);
    }

    @Bean
    OAuth2AuthorizedClientRepository sessionTokens() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    SessionLimits sessionLimits(SessionProperties limits) {
        return new SessionLimits(limits);
    }

    @Bean
    ServletListenerRegistrationBean<SessionLimits> sessionLimitsListener(SessionLimits limits) {
        return new ServletListenerRegistrationBean<>(limits);
    }

    /** Lets Spring Security forget what it knows of a session that ended. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }

    @Bean
    @Order(2)
    SecurityFilterChain browserChain(HttpSecurity http, Provider provider, OAuth2AuthorizedClientRepository tokens,
            SessionLimits limits, PlainPages pages, Problems problems, JsonMapper mapper, Environment environment) {
        String cookie = environment.getRequiredProperty("server.servlet.session.cookie.name");
        SignInEnds ends = new SignInEnds(pages);
        SessionRefused refused = new SessionRefused(problems);
        OidcUserService users = new OidcUserService();
        // The services look at the access token; nothing else about the user is needed here.
        users.setRetrieveUserInfo(never -> false);
        return http
                .securityMatcher(comesFromABrowser(cookie))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/api/**").authenticated().anyRequest().permitAll())
                .oauth2Login(login -> login
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(tokens)
                        .loginPage(SignInRequests.PATH)
                        .authorizationEndpoint(begin -> begin
                                .authorizationRequestResolver(new SignInRequests(provider))
                                .authorizationRequestRepository(new PendingSignIns()))
                        .userInfoEndpoint(user -> user.oidcUserService(users))
                        .successHandler(ends).failureHandler(ends)
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(ends);
                                return filter;
                            }
                        }))
                .addFilterBefore(new SessionToken(tokens, limits, problems), AuthorizationFilter.class)
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(pageToken()))
                .logout(logout -> logout.logoutUrl(SignOut.PATH).deleteCookies(cookie)
                        .logoutSuccessHandler(new SignOut(provider, mapper)))
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Services get the token of the session in place of the browser's cookies. */
    @Bean
    RequestHttpHeadersFilter sessionTokenForService() {
        return (headers, request) -> {
            HttpHeaders sent = new HttpHeaders();
            sent.putAll(headers);
            sent.remove(HttpHeaders.COOKIE);
            if (request.servletRequest().getAttribute(SessionToken.ATTRIBUTE) instanceof String token) {
                sent.setBearerAuth(token);
            }
            return sent;
        };
    }

    /** Whoever brings a token of his own is a program, and so is whoever asks for something without a session. */
    private static RequestMatcher comesFromABrowser(String cookie) {
        return request -> request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && (WebUtils.getCookie(request, cookie) != null || SIGN_IN_PATHS.contains(request.getRequestURI()));
    }

    /** The page reads the cookie and sends its value as a header, which no foreign site can. */
    private static CookieCsrfTokenRepository pageToken() {
        CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }
}
