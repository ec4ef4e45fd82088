package io.rapport.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TokensTest {

    private final NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(Tokens.jwkSetUri()).build();

    TokensTest() {
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(Tokens.issuer()));
    }

    @Test
    void signsWhatAServiceAccepts() {
        Jwt token = decoder.decode(Tokens.rep());
        assertThat(token.getSubject()).isEqualTo("zhangsan");
        assertThat(token.getClaimAsString("team")).isEqualTo("/east/shanghai");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("rep");
        assertThat(token.getClaimAsString("scope").split(" ")).contains("customers:write");
    }

    @Test
    void expiredAndForeignTokensAreRefused() {
        assertThatThrownBy(() -> decoder.decode(Tokens.expired())).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(Tokens.ofForeignIssuer())).isInstanceOf(JwtException.class);
    }
}
