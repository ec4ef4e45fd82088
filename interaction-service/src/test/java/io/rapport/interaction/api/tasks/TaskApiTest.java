package io.rapport.interaction.api.tasks;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.interaction.RunningInteractionService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class TaskApiTest extends RunningInteractionService {

    private static final String TASKS = "/api/tasks";
    private static final String WEEKLY =
            "{\"kind\":\"CALLBACK\",\"title\":\"回访\",\"due\":\"2026-11-23\",\"repeat\":\"FREQ=WEEKLY\"}";

    @Autowired
    private JdbcClient database;
    private RapportClient rep;

    @BeforeEach
    void signIn() {
        rep = as(Tokens.rep());
    }

    @Test
    void aTitleIsEnough() {
        Answer answer = rep.post(TASKS, "{\"title\":\"整理资料\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.json().get("id").asString();
        assertThat(ConsistencyToken.parse(answer.consistencyToken())).contains(new ConsistencyToken("task", id, 1));
        assertThat(stored(id, 0)).contains("\"assignee\":\"zhangsan\"", "\"timeZone\":\"Asia/Shanghai\"",
                "\"kind\":\"OTHER\"", "\"priority\":\"NORMAL\"");
    }

    @Test
    void aMomentMayBeAnInstant() {
        Answer answer = rep.post(TASKS, "{\"title\":\"会议\",\"dueAt\":\"2026-11-23T17:30:00Z\",\"timeZone\":\"Asia/Tokyo\"}");
        assertThat(stored(answer.json().get("id").asString(), 0)).contains("\"due\":\"2026-11-24\"",
                "\"dueTime\":\"02:30\"");
    }

    @Test
    void aTaskIsChangedPostponedDoneReopenedCancelledAndArchived() {
        String path = rep.post(TASKS, "{\"title\":\"回访\",\"due\":\"2026-11-23\"}").header("Location").orElseThrow();
        assertVersion(rep.patch(path, "{\"priority\":\"HIGH\",\"note\":\"先看邮件\"}", "If-Match", "\"1\""), 2);
        assertProblem(rep.patch(path, "{\"priority\":\"LOW\"}", "If-Match", "\"1\""), 412);
        assertProblem(rep.post(path + "/postpone", "{}"), 422, "invalid-content", "due");
        assertVersion(rep.post(path + "/postpone", "{\"due\":\"2026-11-25\",\"dueTime\":\"09:00\",\"reason\":\"客户出差\"}"), 3);
        Answer done = rep.post(path + "/complete", "");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.body()).isEqualTo("{}");
        assertProblem(rep.post(path + "/cancel", ""), 409);
        assertVersion(rep.post(path + "/reopen", "{\"reason\":\"没打通\"}"), 5);
        assertVersion(rep.post(path + "/cancel", ""), 6);
        assertProblem(rep.delete(path), 422, "invalid-content", "reason");
        assertVersion(rep.delete(path + "?reason=wrong"), 7);
        assertProblem(rep.post(path + "/reopen", ""), 409);
        assertVersion(rep.post(path + "/restore", ""), 8);
    }

    @Test
    void ofAllWhoCompleteATaskAtOnceNobodyOpensASecondNextOne() throws Exception {
        String path = rep.post(TASKS, WEEKLY).header("Location").orElseThrow();
        String id = path.substring(path.lastIndexOf('/') + 1);
        List<Callable<Answer>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            attempts.add(() -> rep.post(path + "/complete", ""));
        }
        int opened = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> attempt : threads.invokeAll(attempts)) {
                Answer answer = attempt.get();
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                opened += answer.json().has("next") ? 1 : 0;
            }
        }
        assertThat(opened).isEqualTo(1);
        assertThat(followers(id)).isEqualTo(1);
        rep.post(path + "/reopen", "");
        rep.post(path + "/complete", "");
        assertThat(followers(id)).isEqualTo(1);
    }

    @Test
    void theSameRequestAgainTellsTheSameNextTask() {
        String path = rep.post(TASKS, WEEKLY).header("Location").orElseThrow();
        String key = UUID.randomUUID().toString();
        Answer first = rep.post(path + "/complete", "", "Idempotency-Key", key);
        assertThat(first.json().get("next").asString()).isNotEmpty();
        assertThat(first.consistencyToken()).contains(", ");
        assertThat(rep.post(path + "/complete", "", "Idempotency-Key", key).body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                     | title
            {"title":"a","kind":"PARTY"}                                           | kind
            {"title":"a","priority":"HUGE"}                                        | priority
            {"title":"a","due":"0000-01-01"}                                       | due
            {"title":"a","due":"2026-02-30"}                                       | due
            {"title":"a","dueTime":"09:00"}                                        | due
            {"title":"a","dueAt":"2026-11-23T17:30:00Z"}                           | timeZone
            {"title":"a","timeZone":"Mars/Olympus"}                                | timeZone
            {"title":"a","due":"2026-11-23","repeat":"FREQ=SECONDLY"}              | repeat
            {"title":"a","due":"2026-11-23","repeat":"RRULE:FREQ=DAILY"}           | repeat
            {"title":"a","customerId":"7"}                                         | customerId
            {"title":"a","colour":"red"}                                           | colour
            """)
    void badInputNamesItsField(String body, String field) {
        assertProblem(rep.post(TASKS, body), 422, "invalid-content", field);
    }

    private int followers(String series) {
        return database.sql("""
                SELECT count(*) FROM domain_event WHERE payload_type = 'task.opened' AND sequence_number = 0
                AND convert_from(payload, 'UTF8')::jsonb -> 'occurrence' ->> 'series' = ?""")
                .param(series).query(Integer.class).single();
    }

    private String stored(String id, int sequence) {
        return database.sql("""
                SELECT convert_from(payload, 'UTF8') FROM domain_event
                WHERE aggregate_identifier = ? AND sequence_number = ?""").param(id).param(sequence)
                .query(String.class).single();
    }

    private static void assertVersion(Answer answer, int version) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(answer.header("ETag")).contains("\"" + version + "\"");
    }
}
