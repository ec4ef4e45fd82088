package io.rapport.gateway.identity;

import io.rapport.contracts.rights.Scope;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The gateway as a client of its own identity provider, for people who sign in with a browser.
 *
 * @param secret   known to this process only, another one after each start
 * @param callback where the provider sends browsers back to
 */
public record PageClient(String secret, String callback) {

    public static final String ID = "rapport-page";
    public static final String CALLBACK_PATH = "/login/oauth2/code/rapport";

    private static final int SECRET_BYTES = 32;
    /** No longer than a session lasts. */
    private static final Duration REFRESHED_FOR = Duration.ofHours(12);

    static PageClient at(String issuer) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new PageClient(Base64.getUrlEncoder().withoutPadding().encodeToString(secret), issuer + CALLBACK_PATH);
    }

    RegisteredClient registration(Duration tokenLifetime) {
        return RegisteredClient.withId(ID).clientId(ID)
                .clientSecret(PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(callback)
                .scope(OidcScopes.OPENID)
                .scopes(all -> Arrays.stream(Scope.values()).map(Scope::code).forEach(all::add))
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(tokenLifetime)
                        .refreshTokenTimeToLive(REFRESHED_FOR).build())
                .build();
    }

    @Override
    public String toString() {
        return ID;
    }
}
