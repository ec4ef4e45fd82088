package io.rapport.reporting.duplicates;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DuplicatesTest extends ReportingTest {

    private static final String DUPLICATES = "/api/customers/duplicates";

    /** A name and a telephone that no other test uses. */
    private final String name = "试" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36) + "仪器";
    private final String phone = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private final String first = newId();
    private final String second = newId();

    @BeforeEach
    void twoCustomers() {
        publish(customerRegistered(first, name + "有限公司", "{\"phone\":\"" + phone + "\"}"),
                customerRegistered(second, "（上海）" + name, "{\"phone\":\"+86 " + phone + "\"}"));
    }

    @Test
    void whoIsAboutToBeEnteredIsFound() {
        Answer answer = check("{\"name\":\"" + name + "股份有限公司\",\"industry\":\"制造\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(ids(answer)).containsExactly(first, second);
        JsonNode best = answer.json().get("items").get(0);
        assertThat(best.get("score").asDouble()).isEqualTo(0.8);
        assertThat(best.get("reasons").toString()).isEqualTo("[\"NAME\"]");
        assertThat(best.get("customer").get("phone").asString()).isEqualTo(phone);
        assertThat(ids(check("{\"phone\":\"" + phone.substring(0, 3) + " " + phone.substring(3) + "\"}")))
                .containsExactlyInAnyOrder(first, second);
        assertThat(ids(check("{\"name\":\"无人知晓\"}"))).isEmpty();
        assertThat(ids(check("{}"))).isEmpty();
    }

    @Test
    void aSavedCustomerIsComparedWithTheOthers() {
        Answer answer = get("/api/customers/" + first + "/duplicates", tokens(1, 1));
        assertThat(ids(answer)).containsExactly(second);
        assertThat(answer.json().get("items").get(0).get("reasons").toString())
                .isEqualTo("[\"PHONE\",\"NAME\",\"OTHER_PLACE\"]");
    }

    @Test
    void aSweepFindsPairsSideBySideUntilTheyAreMerged() {
        get("/api/customers/" + first, tokens(1, 1));
        assertThat(check("{}").status()).isEqualTo(200);
        sweepUntil(true);

        publish(event("customer.absorbed.v1", first, 2, "{\"from\":\"" + second + "\",\"records\":[\"" + second
                + "\"],\"changed\":{},\"cleared\":[]}"), event("customer.merged.v1", second, 2,
                "{\"into\":\"" + first + "\"}"));
        get("/api/customers/" + first, tokens(2, 2));
        assertThat(pair(get(DUPLICATES + "?size=100"))).isNull();
        assertThat(ids(get("/api/customers/" + first + "/duplicates", tokens(2, 2)))).isEmpty();
    }

    @Test
    void whoWasToldApartIsNotAskedAboutAgain() {
        publish(event("customer.told-apart.v1", second, 2, "{\"from\":\"" + first + "\",\"apart\":true}"));
        assertThat(ids(get("/api/customers/" + first + "/duplicates", tokens(1, 2)))).isEmpty();
        assertThat(ids(get("/api/customers/" + second + "/duplicates", tokens(1, 2)))).isEmpty();
        publish(event("customer.told-apart.v1", second, 3, "{\"from\":\"" + first + "\",\"apart\":false}"));
        assertThat(ids(get("/api/customers/" + first + "/duplicates", tokens(1, 3)))).containsExactly(second);
    }

    @Test
    void archivedCustomersAreLeftAlone() {
        publish(event("customer.archived.v1", second, 2, "{}"));
        assertThat(ids(get("/api/customers/" + first + "/duplicates", tokens(1, 2)))).isEmpty();
        assertThat(ids(get("/api/customers/" + second + "/duplicates", tokens(1, 2)))).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(get(DUPLICATES + "?size=0").status()).isEqualTo(400);
        assertThat(get(DUPLICATES + "?cursor=x").status()).isEqualTo(400);
        assertThat(check("{\"name\":5}").status()).isEqualTo(422);
        assertThat(check("[]").status()).isIn(400, 422);
        assertThat(get("/api/customers/" + newId() + "/duplicates").status()).isEqualTo(404);
        assertThat(getAs(null, DUPLICATES).status()).isEqualTo(401);
        assertThat(Tokens.rep()).isNotBlank();
    }

    private void sweepUntil(boolean found) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            assertThat(post(DUPLICATES + "/sweep").status()).isEqualTo(202);
            JsonNode pair = pair(get(DUPLICATES + "?size=100"));
            assertThat(pair != null).isEqualTo(found);
            assertThat(pair.get("customers").size()).isEqualTo(2);
        });
    }

    /** The pair of this test among those found; null when it is not. */
    private JsonNode pair(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("items").valueStream().filter(pair -> pair.get("customers").valueStream()
                .map(customer -> customer.get("id").asString()).toList().containsAll(List.of(first, second)))
                .findFirst().orElse(null);
    }

    private Answer check(String body) {
        return post(DUPLICATES + "/check", body, tokens(1, 1));
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("items").valueStream().map(item -> item.get("customer").get("id").asString()).toList();
    }

    private String[] tokens(long ofFirst, long ofSecond) {
        return new String[] {"Consistency-Token", new ConsistencyToken("customer", first, ofFirst).encoded() + ","
                + new ConsistencyToken("customer", second, ofSecond).encoded()};
    }
}
