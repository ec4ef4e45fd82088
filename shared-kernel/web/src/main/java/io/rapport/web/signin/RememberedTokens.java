package io.rapport.web.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks a token once and believes it for a minute, or until it runs out: the check of its signature is a good part of
 * the work of a short request.
 */
final class RememberedTokens implements JwtDecoder {

    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final Cache<String, Jwt> believed =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BELIEVED).build();
    private final JwtDecoder check;

    RememberedTokens(JwtDecoder check) {
        this.check = check;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = believed.getIfPresent(token);
        if (known != null && known.getExpiresAt() != null && Instant.now().isBefore(known.getExpiresAt())) {
            return known;
        }
        Jwt checked = check.decode(token);
        believed.put(token, checked);
        return checked;
    }
}
