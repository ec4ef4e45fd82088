package io.rapport.customer.api.customers;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.AtOnce;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class CustomerMergeTest extends RunningCustomerService {

    private static final String CUSTOMERS = "/api/customers";

    @Autowired
    private EventStore events;
    private RapportClient rep;
    private String survivor;
    private String other;

    @BeforeEach
    void register() {
        rep = as(Tokens.rep());
        survivor = registered("{\"name\":\"华为公司\",\"phone\":\"110\"}");
        other = registered("{\"name\":\"华为\",\"phone\":\"95588\",\"tags\":[\"VIP\"]}");
    }

    @Test
    void bothChangeTogetherAndTheAnswerNamesBothWrites() {
        Answer answer = merge(survivor, other, "{\"phone\":\"from\",\"tags\":\"both\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(answer.header("ETag")).contains("\"2\"");
        assertThat(Arrays.stream(answer.consistencyToken().split(",")).map(ConsistencyToken::parse))
                .containsExactlyInAnyOrder(java.util.Optional.of(new ConsistencyToken("customer", survivor, 2)),
                        java.util.Optional.of(new ConsistencyToken("customer", other, 2)));
        assertThat(storedTypes(survivor)).containsExactly("Registered", "Absorbed");
        assertThat(storedTypes(other)).containsExactly("Registered", "MergedInto");
    }

    @Test
    void theMergedCustomerIsGoneAndNamesItsSuccessor() {
        merge(survivor, other, "{}");

        Answer answer = rep.patch(path(other), "{\"phone\":\"95588\"}", "Accept-Language", "zh-CN");

        assertProblem(answer, 410);
        assertThat(answer.json().get("code").stringValue()).isEqualTo("customer-merged");
        assertThat(answer.json().get("mergedInto").stringValue()).isEqualTo(survivor);
        assertThat(answer.json().get("detail").stringValue()).contains("合并");
        assertProblem(rep.delete(path(other) + "?reason=x"), 410);
        assertProblem(rep.post(path(other) + "/restore", "{}"), 410);
        assertProblem(merge(other, survivor, "{}"), 410);
    }

    @Test
    void itsNumberStaysReserved() {
        String number = "7" + System.nanoTime();
        String numbered = registered("{\"name\":\"a\",\"number\":\"%s\"}".formatted(number));
        merge(survivor, numbered, "{}");
        assertProblem(rep.post(CUSTOMERS, "{\"name\":\"b\",\"number\":\"%s\"}".formatted(number)), 409,
                "number-taken", "number");
    }

    @Test
    void partingTellsWhatWentBackAndWhatStays() {
        merge(survivor, other, "{\"phone\":\"from\",\"tags\":\"both\"}");
        rep.patch(path(survivor), "{\"tags\":[\"VIP\",\"云\"],\"city\":\"深圳\"}");

        Answer answer = unmerge(survivor, other);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("restored").toString()).isEqualTo("[\"phone\"]");
        assertThat(answer.json().get("kept").toString()).isEqualTo("[\"city\",\"tags\"]");
        assertThat(answer.consistencyToken().split(",")).hasSize(2);
        assertThat(rep.patch(path(other), "{\"phone\":\"95533\"}").status()).isEqualTo(204);
        assertThat(merge(other, survivor, "{}").status()).isEqualTo(204);
    }

    @Test
    void chainsArePartedFromTheirEnd() {
        String last = registered("{\"name\":\"华为集团\"}");
        merge(survivor, other, "{}");
        merge(last, survivor, "{}");

        assertProblem(unmerge(survivor, other), 410);
        assertProblem(unmerge(last, other), 409, "unmerge-not-merged", "from");
        assertThat(unmerge(last, survivor).status()).isEqualTo(200);
        assertThat(unmerge(survivor, other).status()).isEqualTo(200);
    }

    @Test
    void theSameRequestTwiceMergesOnce() {
        String key = UUID.randomUUID().toString();
        String body = "{\"from\":\"%s\"}".formatted(other);
        Answer first = rep.post(path(survivor) + "/merge", body, "Idempotency-Key", key);
        Answer again = rep.post(path(survivor) + "/merge", body, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(204);
        assertThat(again.consistencyToken()).isEqualTo(first.consistencyToken());
        assertProblem(merge(survivor, other, "{}"), 409, "merge-merged-before", "from");

        String back = UUID.randomUUID().toString();
        Answer parted = rep.post(path(survivor) + "/unmerge", body, "Idempotency-Key", back);
        assertThat(rep.post(path(survivor) + "/unmerge", body, "Idempotency-Key", back).body())
                .isEqualTo(parted.body());
    }

    @Test
    void anOutdatedVersionIsRefusedAndNothingHappens() {
        Answer answer = rep.post(path(survivor) + "/merge", "{\"from\":\"%s\"}".formatted(other), "If-Match", "\"7\"");
        assertProblem(answer, 412);
        assertThat(storedTypes(other)).containsExactly("Registered");
    }

    @Test
    void ofManyWhoMergeAtOnceOneDoes() throws Exception {
        var turn = new AtomicInteger();
        List<Integer> answers = AtOnce.call(8, () -> (turn.getAndIncrement() % 2 == 0 ? merge(survivor, other, "{}")
                : merge(other, survivor, "{}")).status());
        assertThat(answers).containsOnlyOnce(204).allSatisfy(status -> assertThat(status).isIn(204, 409, 410));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"from\":\"0198c0de-0000-7000-8000-0000000000ff\"}", "{\"from\":\"x\"}"})
    void whoIsNotThereCannotBeMerged(String body) {
        assertProblem(rep.post(path(survivor) + "/merge", body), 422, "invalid-content", "from");
    }

    @Test
    void fieldsAreNamedInRefusals() {
        assertProblem(merge(survivor, survivor, "{}"), 422, "invalid-content", "from");
        assertProblem(merge(survivor, other, "{\"shoes\":\"from\"}"), 422, "invalid-content", "take.shoes");
        assertProblem(merge(survivor, other, "{\"phone\":null}"), 422, "invalid-content", "take.phone");
        assertProblem(merge(survivor, other, "{\"phone\":[\"from\"]}"), 422, "invalid-content", "take.phone");
        assertProblem(as(Tokens.analyst()).post(path(survivor) + "/merge", "{}"), 403);
        rep.delete(path(other) + "?reason=x");
        assertProblem(merge(survivor, other, "{}"), 409, "merge-archived", "from");
        assertThat(storedTypes(survivor)).containsExactly("Registered");
    }

    private Answer merge(String into, String from, String take) {
        return rep.post(path(into) + "/merge", "{\"from\":\"%s\",\"take\":%s}".formatted(from, take));
    }

    private Answer unmerge(String into, String from) {
        return rep.post(path(into) + "/unmerge", "{\"from\":\"%s\"}".formatted(from));
    }

    private List<String> storedTypes(String id) {
        return events.readEvents(id).asStream().map(event -> event.getPayloadType().getSimpleName()).toList();
    }

    private String registered(String body) {
        Answer answer = rep.post(CUSTOMERS, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    private static String path(String id) {
        return CUSTOMERS + '/' + id;
    }
}
