package io.rapport.gateway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told about everything that comes from this address. */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

    /** Scripts come from our files only. The components of the page set styles as they run. */
    private static final String CONTENT = String.join("; ", "default-src 'self'", "script-src 'self'",
            "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
            "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'");
    private static final String DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** Applied to every chain; Spring's own stay: no sniffing, no frames, no storing, HTTPS for a year once seen. */
    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> headersForBrowsers() {
        return headers -> headers
                .contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(DEVICES))
                // The gateway does not speak for the other hosts of its domain.
                .httpStrictTransportSecurity(transport -> transport.includeSubDomains(false));
    }
}
