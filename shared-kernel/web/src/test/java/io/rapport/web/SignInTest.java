package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Date;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is let in, and what strangers are told. */
class SignInTest extends RunningService {

    @Test
    void asksStrangersToSignIn() throws Exception {
        HttpResponse<String> answer = send(request("/api/things/1").GET());

        problem(answer, 401, "not-signed-in");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(
                challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void asksStrangersToSignInEvenWhereNothingIs() throws Exception {
        problem(send(request("/nothing/here").GET()), 401, "not-signed-in");
    }

    @Test
    void refusesForeignOrOutdatedTokens() throws Exception {
        for (String token : new String[] {"rubbish", KEYS.forged(BOTH),
                KEYS.token(BOTH, claims -> claims.audience("other")),
                KEYS.token(BOTH, claims -> claims.issuer("http://other.test")),
                KEYS.token(BOTH, claims -> claims.expirationTime(new Date(0)))}) {
            problem(send(request("/api/things/1", token).GET()), 401, "token-invalid");
        }
    }

    @Test
    void saysWhichScopeIsMissing() throws Exception {
        JsonNode problem = problem(send(request("/api/things", KEYS.token("customers:read"))
                .POST(BodyPublishers.ofString("{}"))), 403, "scope-missing");

        assertThat(problem.get("detail").stringValue()).contains("customers:write");
    }

    @Test
    void knowsTheCaller() throws Exception {
        JsonNode answer = ok(send(request("/api/things/1", KEYS.token(BOTH)).GET()));

        assertThat(answer.get("name").stringValue()).isEqualTo("zhangsan");
        assertThat(answer.get("roles")).hasSize(1);
        assertThat(answer.get("team").stringValue()).isEqualTo("/east/shanghai");
    }

    @Test
    void tellsHealthAndMetricsOnTheManagementPortOnly() throws Exception {
        for (String path : new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness",
                "/actuator/prometheus"}) {
            URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
            assertThat(send(HttpRequest.newBuilder(uri).GET()).statusCode()).as(path).isEqualTo(200);
        }
        problem(send(request("/actuator/health").GET()), 401, "not-signed-in");
        problem(send(request("/actuator/health", KEYS.token(BOTH)).GET()), 404, "unknown-path");
    }
}
