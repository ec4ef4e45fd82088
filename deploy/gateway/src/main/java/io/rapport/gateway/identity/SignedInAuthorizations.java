package io.rapport.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Keeps what people were given who signed in with a browser: a code to redeem, then a token to refresh. Tokens of
 * programs are not kept: they carry all there is to know, and a list of them would only grow.
 */
final class SignedInAuthorizations implements OAuth2AuthorizationService {

    private static final int MOST = 5_000;
    private static final Duration KEPT = Duration.ofHours(12);

    private final Cache<String, OAuth2Authorization> byId =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final Cache<String, String> idsByToken =
            Caffeine.newBuilder().maximumSize(2 * MOST).expireAfterWrite(KEPT).build();

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        byId.put(authorization.getId(), authorization);
        tokens(authorization).forEach(token -> idsByToken.put(token, authorization.getId()));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.invalidate(authorization.getId());
        idsByToken.invalidateAll(tokens(authorization).toList());
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return byId.getIfPresent(id);
    }

    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        String id = idsByToken.getIfPresent(token);
        return id == null ? null : byId.getIfPresent(id);
    }

    private static Stream<String> tokens(OAuth2Authorization authorization) {
        return Stream.of(OAuth2AuthorizationCode.class, OAuth2RefreshToken.class)
                .<OAuth2Authorization.Token<? extends OAuth2Token>>map(authorization::getToken)
                .filter(Objects::nonNull).map(token -> token.getToken().getTokenValue());
    }
}
