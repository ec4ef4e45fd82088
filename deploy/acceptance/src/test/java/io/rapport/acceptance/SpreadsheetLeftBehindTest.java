package io.rapport.acceptance;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A sales team leaves its spreadsheet: what it does in a day, as a program does it through the gateway. */
class SpreadsheetLeftBehindTest {

    private final RunningProduct product = RunningProduct.get();
    private final RapportClient rapport = product.admin();

    @Test
    void aSaleGoesFromOpportunityToOrderAndItsCustomerTells() {
        String customer = created("/api/customers", "{\"name\":\"京东方科技集团\"}").id();
        Written opened = created("/api/opportunities", """
                {"name":"面板产线扩建","customerId":"%s","amount":{"amount":"50000.10","currency":"CNY"}}"""
                .formatted(customer));
        JsonNode open = customer(customer, opened);
        assertThat(open.at("/openOpportunityAmount/amount").asString()).as(open.toString()).isEqualTo("50000.10");
        assertThat(open.get("lifecycleStage").asString()).isEqualTo("ACQUISITION");

        changed(rapport.post("/api/opportunities/" + opened.id() + "/stage", "{\"stage\":\"" + secondStage() + "\"}"));
        Written won = changed(rapport.post("/api/opportunities/" + opened.id() + "/win", "{\"reason\":\"价格合适\"}"));
        Written order = created("/api/orders", """
                {"customerId":"%s","opportunityId":"%s","orderedAt":"2026-11-20","lines":[
                 {"product":"显示面板","quantity":"3","unitPrice":{"amount":"16666.70","currency":"CNY"}}]}"""
                .formatted(customer, opened.id()));

        JsonNode sold = customer(customer, won, order);
        assertThat(sold.at("/revenueToDate/amount").asString()).as(sold.toString()).isEqualTo("50000.10");
        assertThat(sold.path("openOpportunityAmount").path("amount").asString("0")).isIn("0", "0.00");
        assertThat(sold.get("lifecycleStage").asString()).isEqualTo("RETENTION");
        Answer orders = rapport.get("/api/customers/" + customer + "/orders", "Consistency-Token", order.token());
        assertThat(orders.json().get("total").asInt()).as(orders.toString()).isEqualTo(1);
    }

    @Test
    void aFieldOfOnesOwnCanBeFilteredSortedAndCountedAtOnce() {
        String key = "grade" + UUID.randomUUID().toString().substring(0, 6);
        Answer defined = rapport.put("/api/custom-fields/customer/" + key, """
                {"type":"choice","label":{"zh-CN":"信用等级","en":"Credit grade"},
                 "options":[{"code":"A","label":{"en":"A"}},{"code":"B","label":{"en":"B"}}]}""");
        assertThat(defined.status()).as(defined.toString()).isBetween(200, 201);
        Written graded = created("/api/customers", "{\"name\":\"有等级的公司\",\"custom\":{\"%s\":\"A\"}}".formatted(key));
        Written other = created("/api/customers", "{\"name\":\"另一家公司\",\"custom\":{\"%s\":\"B\"}}".formatted(key));

        Answer found = rapport.get("/api/customers?sort=-custom." + key + "&filter="
                + RapportClient.encoded("custom." + key + " in ('A','B')"), "Consistency-Token",
                defined.consistencyToken() + "," + graded.token() + "," + other.token());
        Answer counted = rapport.get("/api/customers/facets?fields=custom." + key);
        Answer refused = rapport.post("/api/customers", "{\"name\":\"x\",\"custom\":{\"%s\":\"C\"}}".formatted(key));

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.json().get("items").findValuesAsString("id")).as(found.toString())
                .containsExactly(other.id(), graded.id());
        assertThat(counted.json().at("/facets/custom." + key).size()).as(counted.toString()).isEqualTo(2);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.body()).contains("custom." + key);
    }

    @Test
    void anImportIsTakenBackExactly() {
        Written known = created("/api/customers", "{\"name\":\"先来的公司\",\"region\":\"北京\"}");
        String number = customer(known.id(), known).get("number").asString();
        String file = "编号,客户名称,所在地区\n%s,先来的公司,上海\n,新来的公司%s,上海\n".formatted(number, number);

        Answer accepted = rapport.upload("/api/customers/import", "customers.csv", file.getBytes(StandardCharsets.UTF_8));
        String job = accepted.json().get("jobId").asString();
        JsonNode done = Jobs.awaitDone(rapport, job);
        assertThat(done.get("created").asInt() + done.get("updated").asInt()).as(done.toString()).isEqualTo(2);
        Answer undo = rapport.post("/api/jobs/" + job + "/undo", "");
        assertThat(undo.status()).as(undo.toString()).isEqualTo(202);
        Jobs.awaitState(rapport, job, "UNDONE");

        Written touched = changed(rapport.patch("/api/customers/" + known.id(), "{\"city\":\"北京\"}"));
        assertThat(customer(known.id(), touched).get("region").asString()).isEqualTo("北京");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Answer gone = rapport.get("/api/customers?filter="
                    + RapportClient.encoded("name eq '新来的公司" + number + "'"));
            assertThat(gone.json().get("total").asInt()).as(gone.toString()).isZero();
        });
    }

    @Test
    void twoThatAreOneAreMergedAndPartedAgain() {
        Written kept = created("/api/customers", "{\"name\":\"深圳某某科技有限公司\"}");
        Written twice = created("/api/customers", "{\"name\":\"深圳某某科技\",\"phone\":\"13800000071\"}");
        Written opened = created("/api/opportunities", """
                {"name":"续约","customerId":"%s","amount":{"amount":"7","currency":"CNY"}}""".formatted(twice.id()));

        Written merged = changed(rapport.post("/api/customers/" + kept.id() + "/merge",
                "{\"from\":\"%s\",\"take\":{\"phone\":\"from\"}}".formatted(twice.id())));
        JsonNode one = customer(kept.id(), merged, opened);
        Answer former = rapport.get("/api/customers/" + twice.id(), "Consistency-Token", merged.token());
        assertThat(one.get("phone").asString()).isEqualTo("13800000071");
        assertThat(one.at("/openOpportunityAmount/amount").asString("")).as(one.toString()).startsWith("7");
        assertThat(former.status()).as(former.toString()).isEqualTo(410);
        assertThat(former.json().get("mergedInto").asString()).isEqualTo(kept.id());

        Written parted = changed(rapport.post("/api/customers/" + kept.id() + "/unmerge",
                "{\"from\":\"%s\"}".formatted(twice.id())));
        assertThat(customer(kept.id(), parted).has("phone")).isFalse();
        JsonNode two = customer(twice.id(), parted);
        assertThat(two.get("phone").asString()).isEqualTo("13800000071");
        assertThat(two.at("/openOpportunityAmount/amount").asString("")).as(two.toString()).startsWith("7");
    }

    @Test
    void aCustomerIsShownAsItWas() {
        Written first = created("/api/customers", "{\"name\":\"旧名公司\"}");
        customer(first.id(), first);
        Instant then = Instant.parse(customer(first.id(), first).get("updatedAt").asString()).plusMillis(1);
        Written renamed = changed(rapport.patch("/api/customers/" + first.id(), "{\"name\":\"新名公司\"}"));

        assertThat(customer(first.id(), renamed).get("name").asString()).isEqualTo("新名公司");
        Answer past = rapport.get("/api/customers/" + first.id() + "?asOf=" + then);
        assertThat(past.status()).as(past.toString()).isEqualTo(200);
        assertThat(past.json().get("name").asString()).isEqualTo("旧名公司");
        assertThat(rapport.get("/api/customers/" + first.id() + "?asOf=2020-01-01T00:00:00Z").status()).isEqualTo(404);
    }

    private String secondStage() {
        Answer pipelines = rapport.get("/api/pipelines/default");
        assertThat(pipelines.status()).as(pipelines.toString()).isEqualTo(200);
        return pipelines.json().at("/stages/1/key").asString();
    }

    private JsonNode customer(String id, Written... seen) {
        String tokens = Arrays.stream(seen).map(Written::token)
                .collect(Collectors.joining(","));
        Answer answer = rapport.get("/api/customers/" + id, "Consistency-Token", tokens);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private Written created(String path, String body) {
        Answer answer = rapport.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Written(answer.json().get("id").asString(), answer.consistencyToken());
    }

    private static Written changed(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
        return new Written(null, answer.consistencyToken());
    }

    /** What a write answered; {@code id} is null where the record is known. */
    private record Written(String id, String token) {
    }
}
