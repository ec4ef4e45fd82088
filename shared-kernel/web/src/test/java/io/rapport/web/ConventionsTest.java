package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the headers of requests and answers mean. */
class ConventionsTest extends RunningService {

    @Test
    void readsIfMatch() throws Exception {
        assertThat(ok(send(patch("{}", "application/json").header("If-Match", "\"3\""))).get("version").stringValue()).isEqualTo("3");
        assertThat(ok(send(patch("{}", "application/json").header("If-Match", "*"))).get("version").stringValue()).isEqualTo("null");
        problem(send(patch("{}", "application/json").header("If-Match", "3")), 400, "if-match-malformed");
        problem(send(patch("{}", "application/json").header("If-Match", "\"3\", \"4\"")), 400, "if-match-malformed");
        problem(send(patch("{}", "application/json").header("If-Match", "W/\"3\"")), 412, "outdated");
        problem(send(patch("{}", "application/json").header("If-Match", "\"x\"")), 412, "outdated");
        problem(send(post("/api/things/replace", "", "application/json")), 428, "if-match-required");
    }

    @Test
    void digestsRequestsWithAnIdempotencyKey() throws Exception {
        JsonNode first = ok(send(post("/api/things", "{\"name\":\"x\"}", "application/json").header("Idempotency-Key", "k")));
        JsonNode again = ok(send(post("/api/things", "{\"name\":\"x\"}", "application/json").header("Idempotency-Key", "k")));
        JsonNode other = ok(send(post("/api/things", "{\"name\":\"y\"}", "application/json").header("Idempotency-Key", "k")));

        assertThat(first.get("digest").stringValue()).hasSize(64);
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        problem(send(post("/api/things", "{}", "application/json").header("Idempotency-Key", "k".repeat(256))),
                400, "idempotency-key-malformed");
    }

    @Test
    void answersWritesWithTheirHeaders() throws Exception {
        HttpResponse<String> answer = send(post("/api/things", "{}", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/things/7");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        String token = answer.headers().firstValue("Consistency-Token").orElseThrow();
        assertThat(ok(send(request("/api/things/1", KEYS.token(BOTH))
                .header("Consistency-Token", token + ", " + token).GET())).get("tokens").intValue()).isEqualTo(2);
        problem(send(request("/api/things/1", KEYS.token(BOTH)).header("Consistency-Token", "rubbish").GET()),
                400, "consistency-token-malformed");
    }

    @Test
    void carriesCorrelationAndTrace() throws Exception {
        HttpResponse<String> given = send(request("/api/things/context", KEYS.token(BOTH))
                .header("X-Correlation-Id", "order-17")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").GET());

        assertThat(given.headers().firstValue("X-Correlation-Id")).hasValue("order-17");
        assertThat(ok(given).get("correlationId").stringValue()).isEqualTo("order-17");
        assertThat(ok(given).get("traceparent").stringValue()).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-").endsWith("-01");
        HttpResponse<String> unsampled = send(request("/api/things/context", KEYS.token(BOTH))
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00").GET());
        assertThat(ok(unsampled).get("traceparent").stringValue())
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-").endsWith("-00");
        assertThat(send(request("/api/things/context", KEYS.token(BOTH)).header("X-Correlation-Id", "a b").GET())
                .headers().firstValue("X-Correlation-Id")).hasValueSatisfying(id -> assertThat(id).hasSize(36));
    }
}
