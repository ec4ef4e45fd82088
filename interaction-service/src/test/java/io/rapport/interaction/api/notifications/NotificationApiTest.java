package io.rapport.interaction.api.notifications;

import io.rapport.contracts.rights.Role;
import io.rapport.interaction.RunningInteractionService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class NotificationApiTest extends RunningInteractionService {

    private static final String PATH = "/api/notifications";

    private final String user = "told-" + UUID.randomUUID();
    private final String token = Tokens.of(Role.REP, user, "/east");

    @Autowired
    private JdbcClient database;
    @Value("${local.server.port}")
    private int port;

    @Test
    void whoIsGivenATaskIsToldAndWhoTakesOneHimselfIsNot() {
        RapportClient rep = rep();
        rep.post("/api/tasks", "{\"title\":\"自己的\"}");
        String id = assigned("别人给的");

        JsonNode told = rep.get(PATH).json();

        assertThat(told.get("unread").asInt()).isEqualTo(1);
        assertThat(told.get("items")).hasSize(1);
        assertThat(told.at("/items/0/kind").asString()).isEqualTo("TASK_ASSIGNED");
        assertThat(told.at("/items/0/recordId").asString()).isEqualTo(id);
        assertThat(told.at("/items/0/actor").asString()).isEqualTo("admin");
        assertThat(told.toString()).doesNotContain("别人给的");

        rep.post(PATH + "/read", "{\"upTo\":" + told.at("/items/0/id") + "}");

        assertThat(rep.get(PATH).json().get("unread").asInt()).isZero();
        assertThat(administrator().get(PATH).body()).doesNotContain(id);
        assertProblem(rep.post(PATH + "/read", "{}"), 422, "invalid-content", "upTo");
        assertProblem(rep.get(PATH + "?size=0"), 400);
        assertProblem(as(null).get(PATH), 401);
    }

    @Test
    void whatBecomesDueIsToldOnceAndAgainWhenItIsDueAnew() {
        String id = rep().post("/api/tasks", "{\"title\":\"到期\",\"due\":\"2099-01-01\"}").json().get("id").asString();
        assertThat(rep().get(PATH).json().get("items")).isEmpty();

        timePasses(id);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(rep().get(PATH).json().at("/items/0/kind").asString("")).isEqualTo("TASK_DUE"));

        rep().post("/api/tasks/" + id + "/postpone", "{\"due\":\"2099-01-02\"}");
        timePasses(id);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(rep().get(PATH).json().get("items")).hasSize(2));

        rep().post("/api/tasks/" + id + "/complete", "");
        assertThat(dueAt(id)).isZero();
    }

    @Test
    void aStreamTellsWhatIsNewAndGoesOnWhereItBrokeOff() throws Exception {
        assigned("从前的");
        String lastId;
        try (Stream stream = new Stream(null)) {
            String first = assigned("第一");
            lastId = stream.next(first);
        }
        String missed = assigned("断线时");
        try (Stream stream = new Stream(lastId)) {
            stream.next(missed);
            stream.next(assigned("第三"));
        }
    }

    private RapportClient administrator() {
        return as(Tokens.administrator());
    }

    private RapportClient rep() {
        return as(token);
    }

    private String assigned(String title) {
        Answer answer = administrator().post("/api/tasks",
                "{\"title\":\"" + title + "\",\"assignee\":\"" + user + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private void timePasses(String id) {
        database.sql("UPDATE task_schedule SET due_at = due_at - interval '100 years' WHERE task_id = ?").param(id)
                .update();
    }

    private int dueAt(String id) {
        return database.sql("SELECT count(due_at) FROM task_schedule WHERE task_id = ?").param(id)
                .query(Integer.class).single();
    }

    /** A connection that is read as a browser reads it. */
    private final class Stream implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final InputStream body;
        private final BufferedReader lines;

        Stream(String lastEventId) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH + "/stream"))
                    .header("Authorization", "Bearer " + token).header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
            body = answer.body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo(":alive");
        }

        /** The id of the next event, which has to be about this record. */
        String next(String recordId) throws IOException {
            String id = null;
            for (String line = lines.readLine(); ; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                }
                if (line.startsWith("data:")) {
                    assertThat(line).contains(recordId);
                    return id;
                }
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
            client.shutdownNow();
        }
    }
}
