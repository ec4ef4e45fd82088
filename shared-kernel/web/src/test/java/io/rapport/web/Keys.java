package io.rapport.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/** A small identity provider: real keys, fetched over real HTTP. */
final class Keys {

    static final String ISSUER = "http://issuer.test";

    private final RSAKey key;
    private final RSAKey foreign;
    private final HttpServer server;

    Keys() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
            foreign = new RSAKeyGenerator(2048).keyID("k1").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        byte[] published = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.sendResponseHeaders(200, published.length);
            try (var body = exchange.getResponseBody()) {
                body.write(published);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    String token(String scope) {
        return sign(key, scope, claims -> { });
    }

    String token(String scope, Consumer<JWTClaimsSet.Builder> change) {
        return sign(key, scope, change);
    }

    String forged(String scope) {
        return sign(foreign, scope, claims -> { });
    }

    private static String sign(RSAKey key, String scope, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().subject("zhangsan").issuer(ISSUER).audience("rapport")
                .claim("roles", List.of("rep", "role-of-the-future")).claim("team", "/east/shanghai").claim("scope", scope)
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
        change.accept(claims);
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims.build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }
}
