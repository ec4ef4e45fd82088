package io.rapport.testing;

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
import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An identity provider for tests: it signs tokens with a key of its own and serves the public half on a loopback port,
 * so that a service under test checks signatures, issuer and claims as it does in production. Lives as long as the
 * test process; give {@link #issuer()} and {@link #jwkSetUri()} to the service as {@code rapport.identity.issuer} and
 * {@code rapport.identity.jwk-set-uri}.
 */
public final class Tokens {

    private static final Tokens SHARED = new Tokens();

    private final RSAKey key;
    private final String issuer;

    private Tokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (JOSEException failed) {
            throw new IllegalStateException("No key for test tokens", failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The {@code iss} of every token. */
    public static String issuer() {
        return SHARED.issuer;
    }

    /** Where the public key is served. */
    public static String jwkSetUri() {
        return SHARED.issuer + "/oauth2/jwks";
    }

    /** A token of user {@code admin}, who may do everything. */
    public static String administrator() {
        return of(Role.ADMINISTRATOR, "admin", null);
    }

    /** A token of the sales representative {@code zhangsan} of team {@code /east/shanghai}. */
    public static String rep() {
        return of(Role.REP, "zhangsan", "/east/shanghai");
    }

    /** A token of an analyst, who reads everything and writes nothing. */
    public static String analyst() {
        return of(Role.ANALYST, "analyst", null);
    }

    /**
     * A token with all scopes of a role, good for an hour.
     *
     * @param team path of the user's team, or null for roles that see everything
     */
    public static String of(Role role, String user, String team) {
        return SHARED.sign(claims(role, user, team).build());
    }

    /** A token of a program that carries no more than these scopes. */
    public static String ofProgram(String client, Scope... scopes) {
        return SHARED.sign(claims(Role.INTEGRATION, client, null).claim("scope",
            Arrays.stream(scopes).map(Scope::code).collect(Collectors.joining(" "))).build());
    }

    /** A token that ran out a minute ago. */
    public static String expired() {
        return SHARED.sign(claims(Role.ADMINISTRATOR, "admin", null)
            .expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(1)))).build());
    }

    /** A token that says it comes from somebody else. */
    public static String ofForeignIssuer() {
        return SHARED.sign(claims(Role.ADMINISTRATOR, "admin", null).issuer("http://elsewhere.example").build());
    }

    private static JWTClaimsSet.Builder claims(Role role, String user, String team) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience("rapport")
            .subject(user)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
            .claim("roles", List.of(role.code()))
            .claim("scope", role.scopes().stream().map(Scope::code).sorted().collect(Collectors.joining(" ")));
        return team == null ? claims : claims.claim("team", team);
    }

    private String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
