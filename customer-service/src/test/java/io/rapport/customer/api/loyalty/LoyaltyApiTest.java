package io.rapport.customer.api.loyalty;

import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.customers.CustomerEvent.TierChanged;
import io.rapport.testing.AtOnce;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LoyaltyApiTest extends RunningCustomerService {

    private static final String RULES = "/api/loyalty-rules/2020-01-01";
    private static final String YUAN = """
            {"earning":[{"spend":{"amount":"10.00","currency":"CNY"},"points":1}],
             "tiers":[{"code":"SILVER","label":{"en":"Silver"},"points":5},
                      {"code":"GOLD","label":{"en":"Gold","zh-CN":"金卡"},"points":1000}]}""";

    @Autowired
    private EventStore events;
    private RapportClient admin;
    private RapportClient rep;
    private String customer;

    @BeforeEach
    void settleRules() {
        admin = as(Tokens.administrator());
        rep = as(Tokens.rep());
        assertThat(admin.put(RULES, YUAN).status()).isEqualTo(201);
        customer = rep.post("/api/customers", "{\"name\":\"华为公司\"}").json().get("id").stringValue();
    }

    /** Other tests have orders too. */
    @AfterEach
    void removeRules() {
        assertThat(admin.delete(RULES).status()).isEqualTo(204);
    }

    @Test
    void theCustomersOwnEventsTellItsTierAsSoonAsItIsAnother() {
        assertThat(tiers(customer)).isEmpty();
        String order = order("9999.99", "2026-03-01");
        await().untilAsserted(() -> assertThat(tiers(customer)).containsExactly(new TierChanged(null, "SILVER")));
        order("10.00", "2026-03-01");
        await().untilAsserted(() -> assertThat(tiers(customer)).last().isEqualTo(new TierChanged("SILVER", "GOLD")));
        rep.post("/api/orders/" + order + "/cancel?reason=returned", "");
        await().untilAsserted(() -> assertThat(tiers(customer)).last().isEqualTo(new TierChanged("GOLD", null)));
        assertThat(tiers(customer)).hasSize(3);
    }

    @Test
    void otherRulesGiveOtherTiers() {
        order("100", "2026-03-01");
        await().untilAsserted(() -> assertThat(tiers(customer)).containsExactly(new TierChanged(null, "SILVER")));
        String other = YUAN.replace("SILVER", "BRONZE");
        assertThat(admin.put(RULES, other, "If-Match", admin.get(RULES).header("ETag").orElseThrow()).status())
                .isEqualTo(204);
        await().untilAsserted(() ->
                assertThat(tiers(customer)).last().isEqualTo(new TierChanged("SILVER", "BRONZE")));
    }

    @Test
    void ordersEarnPointsAndTiersAndEachMovementSaysWhy() {
        String order = order("9999.99", "2026-03-01");
        order("50.00", "2019-12-31");
        JsonNode loyalty = loyalty();
        assertThat(loyalty.get("earned").longValue()).isEqualTo(999);
        assertThat(loyalty.get("balance").longValue()).isEqualTo(999);
        assertThat(loyalty.get("tier").get("code").stringValue()).isEqualTo("SILVER");
        assertThat(loyalty.get("nextTier").get("code").stringValue()).isEqualTo("GOLD");
        assertThat(loyalty.get("nextTier").get("missing").longValue()).isEqualTo(1);
        JsonNode movements = loyalty.get("movements");
        assertThat(movements.get("total").longValue()).isEqualTo(2);
        JsonNode first = movements.get("items").get(0);
        assertThat(first.get("orderId").stringValue()).isEqualTo(order);
        assertThat(first.get("because").stringValue()).isEqualTo("BY_RULE");
        assertThat(first.get("by").get("spend").get("amount").stringValue()).isEqualTo("10.00");
        assertThat(movements.get("items").get(1).get("because").stringValue()).isEqualTo("NO_RULES_THAT_DAY");
    }

    @Test
    void ofManyRedemptionsAtOnceOnlyThoseThatTheBalanceBearsAreMade() throws Exception {
        order("1000", "2026-03-01");
        List<Integer> answers = AtOnce.call(12, () -> redeem(30).status());
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(answers).containsOnly(201, 409);
        assertThat(loyalty().get("balance").longValue()).isEqualTo(10);
        assertProblem(redeem(11), 409, "points-insufficient", "points");
        assertThat(redeem(10).status()).isEqualTo(201);
        assertThat(loyalty().get("balance").longValue()).isZero();
    }

    @Test
    void aCancelledOrderTakesItsPointsBackAndTheNextOrdersMakeUpForWhatIsOwed() {
        String order = order("1000", "2026-03-01");
        assertThat(redeem(80).status()).isEqualTo(201);
        rep.post("/api/orders/" + order + "/cancel?reason=returned", "");
        JsonNode owing = loyalty();
        assertThat(owing.get("earned").longValue()).isZero();
        assertThat(owing.get("balance").longValue()).isZero();
        assertThat(owing.get("owed").longValue()).isEqualTo(80);
        assertProblem(redeem(1), 409, "points-insufficient", "points");
        order("900", "2026-03-02");
        assertThat(loyalty().get("balance").longValue()).isEqualTo(10);
        rep.post("/api/orders/" + order + "/reinstate", "");
        assertThat(loyalty().get("balance").longValue()).isEqualTo(110);
    }

    @Test
    void aRedemptionIsTakenBackOnceAndWithAReason() {
        order("1000", "2026-03-01");
        String path = redeem(60).header("Location").orElseThrow();
        assertProblem(rep.post(path + "/take-back", ""), 422, "invalid-content", "reason");
        assertThat(rep.post(path + "/take-back?reason=out%20of%20stock", "").header("ETag")).contains("\"2\"");
        assertThat(rep.post(path + "/take-back?reason=again", "").header("ETag")).contains("\"2\"");
        JsonNode loyalty = loyalty();
        assertThat(loyalty.get("balance").longValue()).isEqualTo(100);
        JsonNode latest = loyalty.get("movements").get("items").get(0);
        assertThat(latest.get("because").stringValue()).isEqualTo("REDEMPTION_TAKEN_BACK");
        assertThat(latest.get("why").stringValue()).isEqualTo("out of stock");
        String other = rep.post("/api/customers", "{\"name\":\"x\"}").json().get("id").stringValue();
        assertProblem(rep.post(path.replace(customer, other) + "/take-back?reason=x", ""), 404);
    }

    @Test
    void anOrderThatChangesHandsTakesItsPointsAlong() {
        String order = order("1000", "2026-03-01");
        String other = rep.post("/api/customers", "{\"name\":\"x\"}").json().get("id").stringValue();
        rep.patch("/api/orders/" + order, "{\"customerId\":\"%s\",\"amount\":%s}".formatted(other, yuan("500")));
        assertThat(loyalty().get("earned").longValue()).isZero();
        assertThat(rep.get("/api/customers/" + other + "/loyalty").json().get("earned").longValue()).isEqualTo(50);
    }

    @Test
    void whoAnswersForAnotherHasThePointsOfBothUntilTheyPart() {
        String other = rep.post("/api/customers", "{\"name\":\"x\"}").json().get("id").stringValue();
        order("1000", "2026-03-01");
        assertThat(redeem(60).status()).isEqualTo(201);
        String merged = customer;
        customer = other;
        order("100", "2026-03-01");
        Answer merge = rep.post("/api/customers/" + other + "/merge", "{\"from\":\"" + merged + "\"}");
        assertThat(merge.status()).as(merge.toString()).isLessThan(300);
        assertThat(loyalty().get("balance").longValue()).isEqualTo(50);
        assertProblem(redeem(51), 409, "points-insufficient", "points");
        assertThat(redeem(45).status()).isEqualTo(201);
        assertThat(rep.get("/api/customers/" + merged + "/loyalty").status()).isEqualTo(410);
        rep.post("/api/customers/" + other + "/unmerge", "{\"from\":\"" + merged + "\"}");
        assertThat(loyalty().get("owed").longValue()).isEqualTo(35);
        customer = merged;
        assertThat(loyalty().get("balance").longValue()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"points":0}                     | points  | points-out-of-range
            {}                               | points  | points-out-of-range
            {"points":"5"}                   | points  | expected-whole-number
            {"points":1.5}                   | points  | expected-whole-number
            {"points":1,"reward":"a\\u0000"} | reward  | control-character
            {"points":1,"for":"x"}           | for     | unknown-field
            """)
    void theFieldIsNamed(String body, String field, String code) {
        Answer answer = rep.post("/api/customers/" + customer + "/loyalty/redemptions", body);
        assertProblem(answer, 422, "invalid-content", field);
        assertThat(answer.json().get("errors").get(0).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void onlyAdministratorsSettleRules() {
        assertProblem(rep.put(RULES, YUAN), 403);
        assertProblem(rep.delete(RULES), 403);
        assertThat(rep.get("/api/loyalty-rules").status()).isEqualTo(200);
        assertProblem(admin.put(RULES, YUAN), 428);
        assertProblem(admin.put("/api/loyalty-rules/2031-02-30", YUAN), 404);
        assertProblem(admin.put("/api/loyalty-rules/2031-01-01", "{\"validFrom\":\"2031-01-02\"}"),
                422, "invalid-content", "validFrom");
        assertThat(admin.put("/api/loyalty-rules/2031-01-01", YUAN).status()).isEqualTo(201);
        assertThat(admin.delete("/api/loyalty-rules/2031-01-01").status()).isEqualTo(204);
        assertProblem(admin.get("/api/loyalty-rules/2031-01-01"), 404);
        assertThat(admin.put("/api/loyalty-rules/2031-01-01", YUAN).status()).isEqualTo(201);
        assertThat(admin.delete("/api/loyalty-rules/2031-01-01").status()).isEqualTo(204);
    }

    @Test
    void whoIsUnknownHasNoAccount() {
        String unknown = "/api/customers/" + UUID.randomUUID() + "/loyalty";
        assertProblem(rep.get(unknown), 404);
        assertProblem(rep.post(unknown + "/redemptions", "{\"points\":1}"), 404);
        assertProblem(rep.get("/api/customers/" + customer + "/loyalty?size=0"), 400);
        assertProblem(as(Tokens.analyst()).post("/api/customers/" + customer + "/loyalty/redemptions",
                "{\"points\":1}"), 403);
        assertThat(as(Tokens.analyst()).get("/api/customers/" + customer + "/loyalty").status()).isEqualTo(200);
    }

    private List<TierChanged> tiers(String id) {
        return events.readEvents(id).asStream().map(event -> (Object) event.getPayload())
                .filter(TierChanged.class::isInstance).map(TierChanged.class::cast).toList();
    }

    private JsonNode loyalty() {
        Answer answer = rep.get("/api/customers/" + customer + "/loyalty");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private Answer redeem(long points) {
        return rep.post("/api/customers/" + customer + "/loyalty/redemptions",
                "{\"points\":" + points + ",\"reward\":\"咖啡券\"}");
    }

    private String order(String amount, String day) {
        Answer answer = rep.post("/api/orders", "{\"customerId\":\"%s\",\"orderedAt\":\"%s\",\"amount\":%s}"
                .formatted(customer, day, yuan(amount)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    private static String yuan(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"CNY\"}";
    }
}
