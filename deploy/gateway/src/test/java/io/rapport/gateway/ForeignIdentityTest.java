package io.rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.testing.HouseRules;
import io.rapport.testing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway of a deployment with an identity provider of its own: the built-in one does not exist. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class ForeignIdentityTest {

    private static final StubService REPORTING = new StubService("reporting");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("rapport.identity.issuer", Tokens::issuer);
        properties.add("rapport.identity.jwk-set-uri", Tokens::jwkSetUri);
        properties.add("rapport.services.reporting", REPORTING::address);
    }

    @Test
    void believesTheProviderThatIsSet() throws Exception {
        assertThat(get("/api/customers", Tokens.rep()).statusCode()).isEqualTo(200);
        assertThat(get("/api/customers", Tokens.expired()).statusCode()).isEqualTo(401);
        assertThat(get("/api/customers", Tokens.ofForeignIssuer()).statusCode()).isEqualTo(401);
    }

    @Test
    void hasNoEndpointsOfItsOwn() throws Exception {
        assertThat(get("/oauth2/jwks", Tokens.rep()).statusCode()).isEqualTo(404);
        assertThat(get("/.well-known/oauth-authorization-server", Tokens.rep()).statusCode()).isEqualTo(404);
        HttpRequest.Builder token = request("/oauth2/token").POST(BodyPublishers.ofString("grant_type=client_credentials"));
        assertThat(http.send(token.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("io.rapport.gateway");
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return http.send(request(path).header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
