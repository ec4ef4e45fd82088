package io.rapport.web.signin;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param issuer    exactly as in the tokens
 * @param jwkSetUri where its public keys are; null when the provider is to say so itself
 * @param audience  what a token must be meant for
 */
@ConfigurationProperties("rapport.identity")
record IdentityProperties(
        @DefaultValue("http://localhost:8080") String issuer,
        URI jwkSetUri,
        @DefaultValue("rapport") String audience) {
}
