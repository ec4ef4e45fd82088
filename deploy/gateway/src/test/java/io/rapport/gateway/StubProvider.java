package io.rapport.gateway;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An OpenID Connect provider of somebody else: it knows one user, who is signed in there already. */
final class StubProvider {

    static final String CLIENT = "crm";
    static final String SECRET = "s3cret/+&";

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final RSAKey key;
    private final HttpServer server;
    private volatile boolean away;
    private volatile boolean refuses;
    private volatile int lifetimeSeconds = 300;
    private volatile int renewals;

    StubProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("theirs").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        server.createContext("/realms/crm/.well-known/openid-configuration", exchange -> json(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token","jwks_uri":"%1$s/certs",
                "end_session_endpoint":"%1$s/logout","response_types_supported":["code"],
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
                "scopes_supported":["openid","profile","customers:read"]}""".formatted(issuer())));
        server.createContext("/realms/crm/certs",
                exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/realms/crm/auth", this::authorize);
        server.createContext("/realms/crm/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/crm";
    }

    /** Does not answer from now on, or does again. */
    void setAway(boolean away) {
        this.away = away;
    }

    /** Grants nothing any more, or does again. */
    void setRefusing(boolean refuses) {
        this.refuses = refuses;
    }

    void setLifetimeSeconds(int seconds) {
        lifetimeSeconds = seconds;
    }

    int renewals() {
        return renewals;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = Integer.toString(codes.size());
        codes.put(code, asked);
        String answer = refuses ? "error=access_denied" : "code=" + code;
        exchange.getResponseHeaders().set("Location", asked.get("redirect_uri") + "?" + answer + "&state="
                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (away) {
            json(exchange, 503, "{\"error\":\"temporarily_unavailable\"}");
        } else if (!isOurClient(exchange)) {
            json(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if ("refresh_token".equals(sent.get("grant_type"))) {
            renewals++;
            json(exchange, refuses ? 400 : 200, refuses ? "{\"error\":\"invalid_grant\"}" : tokens(""));
        } else {
            Map<String, String> asked = codes.remove(sent.get("code"));
            boolean right = asked != null && asked.get("code_challenge").equals(challenge(sent.get("code_verifier")))
                    && asked.get("redirect_uri").equals(sent.get("redirect_uri"))
                    && asked.get("scope").equals("openid customers:read");
            json(exchange, right ? 200 : 400, right
                    ? tokens(",\"id_token\":\"" + sign(claims(CLIENT).claim("nonce", asked.get("nonce"))) + "\"")
                    : "{\"error\":\"invalid_grant\"}");
        }
    }

    private String tokens(String more) {
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d,\"refresh_token\":\"r\"%s}".formatted(
                sign(claims("rapport").claim("roles", List.of("rep")).claim("scope", "openid customers:read")),
                lifetimeSeconds, more);
    }

    private JWTClaimsSet.Builder claims(String audience) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(issuer()).subject("wangwu").audience(audience)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300)));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("theirs").build(), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** RFC 6749, 2.3.1: both parts are encoded as in a form. */
    private static boolean isOurClient(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String expected = CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8))).equals(header);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> fields(String encoded) {
        return Arrays.stream(encoded.split("&")).map(pair -> pair.split("=", 2)).collect(Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        StubService.reply(exchange, status, body);
        exchange.close();
    }
}
