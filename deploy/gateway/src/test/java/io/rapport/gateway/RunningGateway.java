package io.rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One gateway for several tests, with its built-in identity provider and stubs for the services behind it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"rapport.identity.local=true", "management.server.port=0"})
abstract class RunningGateway {

    static final StubService CUSTOMER = new StubService("customer");
    static final StubService CONTACT = new StubService("contact");
    static final StubService REPORTING = new StubService("reporting");

    @TempDir
    static Path folder;

    final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    JsonMapper mapper;
    @LocalServerPort
    int port;
    String token;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("rapport.identity.key-file", () -> folder.resolve("identity/key.json").toString());
        properties.add("rapport.services.customer", CUSTOMER::address);
        properties.add("rapport.services.contact", CONTACT::address);
        properties.add("rapport.services.reporting", REPORTING::address);
        // Nobody listens on this port.
        properties.add("rapport.services.interaction", () -> "http://127.0.0.1:1");
    }

    @BeforeEach
    void signIn() throws Exception {
        CUSTOMER.behaveAsEver();
        CONTACT.behaveAsEver();
        REPORTING.behaveAsEver();
        token = mapper.readTree(send(tokenRequest("demo-rep", "demo", "")).body()).get("access_token").stringValue();
    }

    final HttpRequest.Builder tokenRequest(String client, String secret, String more) {
        return request("/oauth2/token").header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes()))
                .POST(BodyPublishers.ofString("grant_type=client_credentials" + more));
    }

    final HttpRequest.Builder signedIn(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    final HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    final JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = mapper.readTree(answer.body());
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        return problem;
    }
}
