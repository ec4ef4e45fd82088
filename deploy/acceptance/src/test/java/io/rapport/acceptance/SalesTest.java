package io.rapport.acceptance;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A sale from the first interest to the signature, and one that is lost, as a stranger sees it. */
class SalesTest {

    private final RunningProduct product = RunningProduct.get();
    private final RapportClient rep = product.client("demo-rep");

    @Test
    void aSaleGoesThroughItsStagesAndEveryViewFollows() {
        String word = "s" + UUID.randomUUID().toString().substring(0, 8);
        Answer customer = rep.post("/api/customers", "{\"name\":\"%s 公司\",\"source\":\"展会\"}".formatted(word));
        String customerId = customer.json().get("id").asString();
        Answer opened = rep.post("/api/opportunities", """
                {"name":"%s 服务器","lead":{"kind":"customer","id":"%s"},"owner":"zhangsan",
                 "amount":{"amount":"50000.10","currency":"CNY"}}""".formatted(word, customerId));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        String path = "/api/opportunities/" + opened.json().get("id").asString();

        Answer moved = rep.post(path + "/stage", "{\"stage\":\"NEGOTIATION\"}", "If-Match", "\"1\"");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(204);
        JsonNode open = rep.get(path, "Consistency-Token", moved.consistencyToken()).json();
        assertThat(open.get("customerId").asString()).isEqualTo(customerId);
        assertThat(open.get("source").asString()).isEqualTo("展会");
        assertThat(open.get("effectiveProbability").asInt()).isEqualTo(60);
        assertThat(open.get("stalled").asBoolean()).isFalse();
        assertThat(open.at("/nextBestAction/text").asString()).isNotBlank();
        JsonNode stages = board(word, moved).get("stages");
        assertThat(stages.valueStream().map(stage -> stage.get("stage").asString())).containsExactly(
                "PRODUCT_INTEREST", "QUOTATION", "NEGOTIATION", "SIGNING");
        JsonNode stage = stages.get(2);
        assertThat(stage.get("label").asString()).isEqualTo("Negotiation");
        assertThat(stage.at("/amounts/0/amount").asString()).isEqualTo("50000.10");
        assertThat(stage.at("/weighted/0/amount").asString()).isEqualTo("30000.06");

        Answer won = rep.post(path + "/win", "{\"reason\":\"价格合适\"}");
        assertThat(won.status()).as(won.toString()).isEqualTo(204);
        assertThat(board(word, won).get("stages").valueStream()).allMatch(left -> left.get("count").asInt() == 0);
        JsonNode closed = rep.get(path, "Consistency-Token", won.consistencyToken()).json();
        assertThat(closed.get("status").asString()).isEqualTo("WON");
        assertThat(closed.get("closeReason").asString()).isEqualTo("价格合适");
        assertThat(closed.get("openSeconds").asLong()).isNotNegative();

        var events = new Topic(product.kafka(), "crm.customer.v1").eventsOf(opened.json().get("id").asString());
        assertThat(events).extracting(event -> Topic.header(event, "ce_type")).containsExactly(
                "opportunity.opened.v1", "opportunity.stage-changed.v1", "opportunity.won.v1");
    }

    @Test
    void settingsAreReadByEverybodyAndChangedByAdministrators() {
        JsonNode pipelines = rep.get("/api/pipelines").json();
        assertThat(pipelines.at("/items/0/stages/0/label/zh-CN").asString()).isEqualTo("产品兴趣");
        assertThat(rep.put("/api/exchange-rates/2026-01-01", "{\"rates\":{\"USD\":\"7.1\"}}").status()).isEqualTo(403);

        Answer set = product.admin().put("/api/exchange-rates/2026-01-01", "{\"rates\":{\"USD\":\"7.10\"}}");
        assertThat(set.status()).as(set.toString()).isEqualTo(201);
        assertThat(rep.get("/api/exchange-rates").json().at("/rates/USD/rate").asString()).isEqualTo("7.10");
        assertThat(product.admin().delete("/api/exchange-rates/2026-01-01").status()).isEqualTo(204);
    }

    @Test
    void purchasesEarnPointsATierAndTheirPlaceInTheProfile() {
        String rules = "/api/loyalty-rules/2026-01-01";
        Answer settled = product.admin().put(rules, """
                {"earning":[{"spend":{"amount":"10.00","currency":"CNY"},"points":1}],
                 "tiers":[{"code":"SILVER","label":{"en":"Silver"},"points":5}]}""");
        assertThat(settled.status()).as(settled.toString()).isEqualTo(201);
        try {
            String word = "l" + UUID.randomUUID().toString().substring(0, 8);
            String id = rep.post("/api/customers", "{\"name\":\"%s\",\"owner\":\"zhangsan\"}".formatted(word))
                    .json().get("id").asString();
            Answer order = rep.post("/api/orders", """
                    {"customerId":"%s","orderedAt":"2026-03-01","owner":"zhangsan",
                     "lines":[{"product":"服务器","quantity":2,"unitPrice":{"amount":"50.00","currency":"CNY"}}]}"""
                    .formatted(id));
            assertThat(order.status()).as(order.toString()).isEqualTo(201);

            String account = "/api/customers/" + id + "/loyalty";
            assertThat(rep.get(account).json().get("balance").asInt()).isEqualTo(10);
            assertThat(rep.post(account + "/redemptions", "{\"points\":4,\"reward\":\"咖啡券\"}").status()).isEqualTo(201);
            assertThat(rep.post(account + "/redemptions", "{\"points\":7,\"reward\":\"咖啡券\"}").status()).isEqualTo(409);
            assertThat(rep.get(account).json().get("balance").asInt()).isEqualTo(6);

            JsonNode profile = await().atMost(Duration.ofMinutes(1)).until(
                    () -> rep.get("/api/customers/" + id + "/profile", "Consistency-Token", order.consistencyToken())
                            .json(),
                    found -> found.at("/loyalty/tier").isString());
            assertThat(profile.at("/loyalty/tier").asString()).isEqualTo("SILVER");
            assertThat(profile.at("/orders/items/0/products/0").asString()).isEqualTo("服务器");
            assertThat(profile.at("/customer/revenueToDate/amount").asString()).isEqualTo("100.00");
        } finally {
            assertThat(product.admin().delete(rules).status()).isEqualTo(204);
        }
    }

    private JsonNode board(String word, Answer after) {
        Answer board = rep.get("/api/opportunities/board?q=" + word, "Consistency-Token", after.consistencyToken());
        assertThat(board.status()).as(board.toString()).isEqualTo(200);
        return board.json();
    }
}
