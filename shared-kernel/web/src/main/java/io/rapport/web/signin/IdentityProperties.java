package io.rapport.web.signin;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param issuer    exactly as in the tokens
 * @param jwkSetUri where its public keys are; {@code <issuer>/oauth2/jwks} unless given
 * @param audience  what a token must be meant for
 */
@ConfigurationProperties("rapport.identity")
record IdentityProperties(
        @DefaultValue("http://localhost:8080") String issuer,
        URI jwkSetUri,
        @DefaultValue("rapport") String audience) {

    IdentityProperties {
        jwkSetUri = jwkSetUri == null ? URI.create(issuer + "/oauth2/jwks") : jwkSetUri;
    }
}
