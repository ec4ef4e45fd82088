package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service on a real port for several tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
abstract class RunningService {

    static final Keys KEYS = new Keys();
    static final String BOTH = "customers:read customers:write";

    final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    JsonMapper mapper;
    @LocalServerPort
    int port;
    @LocalManagementPort
    int managementPort;

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry properties) {
        properties.add("rapport.identity.issuer", () -> Keys.ISSUER);
        properties.add("rapport.identity.jwk-set-uri", KEYS::uri);
    }

    final HttpRequest.Builder patch(String body, String type) {
        return request("/api/things/1", KEYS.token(BOTH)).header("Content-Type", type)
                .method("PATCH", BodyPublishers.ofString(body));
    }

    final HttpRequest.Builder post(String path, String body, String type) {
        return request(path, KEYS.token(BOTH)).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    final HttpRequest.Builder request(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    final HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    final JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return mapper.readTree(answer.body());
    }

    final JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = mapper.readTree(answer.body());
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank().doesNotContain("{0}");
        assertThat(problem.get("instance").stringValue()).startsWith("/");
        return problem;
    }
}
