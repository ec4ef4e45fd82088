package io.rapport.acceptance;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A customer goes in at one end and comes out at every other, as a stranger sees it. */
class SpineTest {

    private final RunningProduct product = RunningProduct.get();
    private final RapportClient rapport = product.client("demo-rep");

    @Test
    void whatIsSavedIsInTheNextAnswerOnEveryWay() {
        Answer created = rapport.post("/api/customers",
                """
                {"name":"华为技术有限公司","phone":"+86 755 2878 0808","region":"深圳","type":"VIP","owner":"zhangsan"}""");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        String id = created.json().get("id").asString();
        String number = created.json().get("number").asString();

        Answer single = rapport.get("/api/customers/" + id, "Consistency-Token", created.consistencyToken());
        assertThat(single.status()).as(single.toString()).isEqualTo(200);
        assertThat(single.json().get("name").asString()).isEqualTo("华为技术有限公司");
        assertThat(single.header("ETag")).isEqualTo(created.header("ETag"));
        assertThat(single.header("Data-Lag")).isPresent();

        Answer changed = rapport.patch("/api/customers/" + id, "{\"salesStatus\":\"FOLLOWING_UP\",\"city\":\"深圳\"}",
                "If-Match", created.header("ETag").orElseThrow());
        assertThat(changed.status()).as(changed.toString()).isBetween(200, 204);

        Answer list = rapport.get("/api/customers?filter=" + RapportClient.encoded(
                "number eq '" + number + "' and salesStatus eq 'FOLLOWING_UP'"),
                "Consistency-Token", created.consistencyToken() + "," + changed.consistencyToken());
        assertThat(list.json().get("total").asInt()).as(list.toString()).isEqualTo(1);

        var events = new Topic(product.kafka(), "crm.customer.v1").eventsOf(id);
        assertThat(events).extracting(event -> Topic.header(event, "ce_type")).first()
                .isEqualTo("customer.registered.v1");
        assertThat(events).extracting(event -> Topic.header(event, "ce_actor")).containsOnly("zhangsan");
        JsonNode data = new JsonMapper().readTree(events.getFirst().value());
        assertThat(data.get("facts").get("region").asString()).isEqualTo("深圳");
    }

    @ParameterizedTest
    @ValueSource(strings = {"腾讯", "tengxun", "tx", "騰訊", "ＴＸ", "13900000002", "lisi@tencent.com"})
    void oneCustomerIsFoundHoweverItIsTyped(String typed) {
        Answer created = rapport.post("/api/customers",
                """
                {"name":"腾讯公司","phone":"13900000002","email":"lisi@tencent.com"}""",
                "Idempotency-Key", "one-tencent-for-all-cases");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);

        Answer found = rapport.get("/api/customers?q=" + RapportClient.encoded(typed),
                "Consistency-Token", created.consistencyToken());

        assertThat(found.json().get("items").findValuesAsString("id")).as(found.toString())
                .contains(created.json().get("id").asString());
    }

    @Test
    void contactsAndInteractionsGoTheSameWay() {
        Answer customer = rapport.post("/api/customers", "{\"name\":\"百度公司\"}");
        String customerId = customer.json().get("id").asString();
        Answer contact = rapport.post("/api/contacts",
                "{\"name\":\"王五\",\"position\":\"采购经理\",\"phone\":\"13700000003\",\"customerId\":\"%s\"}"
                        .formatted(customerId));
        assertThat(contact.status()).as(contact.toString()).isEqualTo(201);
        String contactId = contact.json().get("id").asString();
        Answer interaction = rapport.post("/api/interactions",
                """
                {"kind":"CALL","time":"2026-03-05T08:00:00Z","subject":"报价","text":"讨论报价","customerId":"%s","contactId":"%s"}"""
                        .formatted(customerId, contactId));
        assertThat(interaction.status()).as(interaction.toString()).isEqualTo(201);

        Answer people = rapport.get("/api/contacts?q=wangwu", "Consistency-Token", contact.consistencyToken());
        assertThat(people.json().get("items").findValuesAsString("id")).as(people.toString()).contains(contactId);
        Answer said = rapport.get("/api/interactions?filter=" + RapportClient.encoded(
                "customerId eq '" + customerId + "'"), "Consistency-Token", interaction.consistencyToken());
        assertThat(said.json().get("total").asInt()).as(said.toString()).isEqualTo(1);
    }

    @Test
    void anImportedFileIsInTheListAndImportedAgainChangesNothing() throws IOException {
        byte[] organisations = SpineTest.class.getResourceAsStream("/organisations.csv").readAllBytes();

        JsonNode first = imported(organisations);
        JsonNode second = imported(organisations);

        assertThat(first.get("created").asInt()).as(first.toString()).isEqualTo(314);
        assertThat(first.get("refused").asInt()).isZero();
        assertThat(second.get("unchanged").asInt()).as(second.toString()).isEqualTo(314);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Answer found = rapport.get("/api/customers?q=" + RapportClient.encoded("华为云"));
            assertThat(found.json().get("total").asInt()).as(found.toString()).isPositive();
        });
    }

    @Test
    void nothingIsAnsweredWithoutAToken() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(product.address().resolve("/api/customers")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void theSameRequestTwiceHappensOnce() {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"只要一次公司\"}";

        Answer first = rapport.post("/api/customers", body, "Idempotency-Key", key);
        Answer again = rapport.post("/api/customers", body, "Idempotency-Key", key);
        Answer other = rapport.post("/api/customers", "{\"name\":\"另一个公司\"}", "Idempotency-Key", key);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).as(other.toString()).isEqualTo(422);
    }

    private JsonNode imported(byte[] file) {
        Answer accepted = rapport.upload("/api/customers/import", "organisations.csv", file);
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        return Jobs.awaitDone(rapport, accepted.json().get("jobId").asString());
    }
}
