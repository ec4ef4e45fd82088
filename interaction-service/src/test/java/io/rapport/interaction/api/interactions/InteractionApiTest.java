package io.rapport.interaction.api.interactions;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.interaction.RunningInteractionService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class InteractionApiTest extends RunningInteractionService {

    private static final String INTERACTIONS = "/api/interactions";
    private static final String CALL = "{\"kind\":\"CALL\",\"time\":\"2025-03-01T08:00:00Z\",\"subject\":\"报价\"}";

    private RapportClient rep;

    @BeforeEach
    void signIn() {
        rep = as(Tokens.rep());
    }

    @Test
    void anInteractionIsRecordedOnceForEachKey() {
        String key = UUID.randomUUID().toString();
        Answer answer = rep.post(INTERACTIONS, CALL, "Idempotency-Key", key);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.json().get("id").stringValue();
        assertThat(answer.header("Location")).contains(INTERACTIONS + "/" + id);
        assertThat(ConsistencyToken.parse(answer.consistencyToken()))
                .contains(new ConsistencyToken("interaction", id, 1));
        assertThat(rep.post(INTERACTIONS, CALL, "Idempotency-Key", key).body()).isEqualTo(answer.body());
    }

    @Test
    void anInteractionIsCorrectedDeletedAndRestored() {
        String path = rep.post(INTERACTIONS, CALL).header("Location").orElseThrow();
        assertVersion(rep.patch(path, "{\"kind\":\"VISIT\",\"subject\":null}", "If-Match", "\"1\""), 2);
        assertProblem(rep.patch(path, "{\"kind\":\"SMS\"}", "If-Match", "\"1\""), 412);
        assertProblem(rep.put(path, CALL), 428);
        assertVersion(rep.put(path, CALL, "If-Match", "\"2\""), 3);
        assertProblem(rep.delete(path), 422, "invalid-content", "reason");
        assertVersion(rep.delete(path + "?reason=wrong"), 4);
        assertProblem(rep.patch(path, "{\"kind\":\"SMS\"}"), 409);
        assertVersion(rep.post(path + "/restore", ""), 5);
    }

    @Test
    void everythingThatIsKnownIsTakenAndAMessageOnce() {
        String message = "<" + UUID.randomUUID() + "@huawei.com>";
        String mail = """
                {"kind":"EMAIL","time":"2026-03-01T08:00:00Z","direction":"INBOUND","durationSeconds":90,
                 "outcome":"INTERESTED","participants":[{"address":"zhang@huawei.com","name":"张伟","role":"FROM"}],
                 "opportunityId":"%s","tags":["重点"],"messageId":"%s"}""".formatted(UUID.randomUUID(), message);
        String path = rep.post(INTERACTIONS, mail).header("Location").orElseThrow();
        assertProblem(rep.post(INTERACTIONS, mail), 409, "message-known", "messageId");
        assertVersion(rep.put(path, CALL, "If-Match", "\"1\""), 2);
        assertProblem(rep.patch(path, "{\"messageId\":null}"), 422, "invalid-content", "messageId");
        assertProblem(rep.post(INTERACTIONS, mail), 409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                  | kind
            {"kind":"CALL"}                                                     | time
            {"kind":"FAX","time":"2025-03-01T08:00:00Z"}                        | kind
            {"kind":"CALL","time":"yesterday"}                                  | time
            {"kind":"CALL","time":"2025-03-01T08:00:00Z","customerId":"7"}      | customerId
            {"kind":"CALL","time":"2025-03-01T08:00:00Z","colour":"red"}        | colour
            {"kind":"CALL","time":"2025-03-01T08:00:00Z","outcome":"LUCKY"}     | outcome
            {"kind":"CALL","time":"2025-03-01T08:00:00Z","outcome":"FAXED"}     | outcome
            {"kind":"CALL","time":"2025-03-01T08:00:00Z","durationSeconds":"x"} | durationSeconds
            {"kind":"CALL","time":"2025-03-01T08:00:00Z","participants":[{"role":"TO"}]} | participants[0].contactId
            """)
    void badInputNamesItsField(String body, String field) {
        assertProblem(rep.post(INTERACTIONS, body), 422, "invalid-content", field);
    }

    @Test
    void writingTakesTheRight() {
        assertProblem(as(null).post(INTERACTIONS, CALL), 401);
        assertProblem(as(Tokens.analyst()).post(INTERACTIONS, CALL), 403);
        assertProblem(rep.patch(INTERACTIONS + "/" + UUID.randomUUID(), "{\"kind\":\"SMS\"}"), 404);
    }

    private static void assertVersion(Answer answer, int version) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(answer.header("ETag")).contains("\"" + version + "\"");
    }
}
