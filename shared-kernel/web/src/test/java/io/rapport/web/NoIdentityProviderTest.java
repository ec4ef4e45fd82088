package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service that starts before the identity provider, and before it knows any key. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "management.server.port=0", "rapport.identity.issuer=http://issuer.test",
        "rapport.identity.jwk-set-uri=http://127.0.0.1:1/jwks"})
class NoIdentityProviderTest {

    @LocalServerPort
    private int port;

    @Test
    void asksToComeBackRatherThanRefuse() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/things/1"))
                .header("Authorization", "Bearer " + new Keys().token("customers:read")).build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("identity-unavailable");
    }
}
