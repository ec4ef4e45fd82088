package io.rapport.customer.api.orders;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.AtOnce;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class OrderApiTest extends RunningCustomerService {

    private static final String ORDERS = "/api/orders";

    private RapportClient rep;
    private String customer;

    @BeforeEach
    void signIn() {
        rep = as(Tokens.rep());
        customer = rep.post("/api/customers", "{\"name\":\"华为公司\"}").json().get("id").stringValue();
    }

    @Test
    void customerAndAmountAreEnough() {
        Answer answer = place("\"amount\":{\"amount\":\"1200.50\",\"currency\":\"CNY\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.json().get("id").stringValue();
        assertThat(answer.json().get("number").stringValue()).matches("[0-9]{6}");
        assertThat(answer.header("Location")).contains(ORDERS + "/" + id);
        assertThat(ConsistencyToken.parse(answer.consistencyToken())).contains(new ConsistencyToken("order", id, 1));
    }

    @Test
    void everyFieldIsTaken() {
        Answer answer = place("""
                "number":"SO-%s","contract":"HT-1","orderedAt":"2026-03-01","note":"急","owner":"zhangsan",
                "team":"/east/shanghai","lines":[
                  {"product":"服务器","quantity":2,"unitPrice":{"amount":"12500.00","currency":"CNY"}},
                  {"product":"维护","quantity":"2.5","unitPrice":{"amount":"399.99","currency":"CNY"},
                   "amount":{"amount":"999.98","currency":"CNY"}}],
                "amount":{"amount":"25999.98","currency":"CNY"}""".formatted(UUID.randomUUID()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void whatAnOrderComesFromBelongsToItsCustomer() {
        String other = rep.post("/api/customers", "{\"name\":\"中兴公司\"}").json().get("id").stringValue();
        String opportunity = rep.post("/api/opportunities",
                "{\"name\":\"核心网\",\"customerId\":\"%s\"}".formatted(other)).json().get("id").stringValue();
        String from = "\"opportunityId\":\"" + opportunity + "\"";
        assertProblem(place("\"amount\":" + yuan("1") + ',' + from), 422, "invalid-content", "opportunityId");
        String id = placed();
        assertProblem(rep.patch(path(id), '{' + from + '}'), 422, "invalid-content", "opportunityId");
        assertThat(rep.patch(path(id), "{\"customerId\":\"" + other + "\"," + from + '}').status()).isEqualTo(204);
        assertProblem(rep.patch(path(id), "{\"customerId\":\"" + customer + "\"}"), 422, "invalid-content",
                "opportunityId");

        Answer merged = rep.post("/api/customers/" + customer + "/merge", "{\"from\":\"" + other + "\"}");
        assertThat(merged.status()).as(merged.toString()).isLessThan(300);
        assertThat(place("\"amount\":" + yuan("1") + ',' + from).status()).isEqualTo(201);
    }

    @Test
    void aReasonMayStandInTheAddressOrInTheBody() {
        String id = placed();
        assertProblem(rep.post(path(id) + "/cancel", "{\"why\":\"退货\"}"), 422, "invalid-content", "why");
        assertProblem(rep.post(path(id) + "/cancel", "{}"), 422, "invalid-content", "reason");
        assertProblem(rep.post(path(id) + "/cancel?reason=a", "{\"reason\":\"b\"}"), 422, "invalid-content", "reason");
        assertThat(rep.post(path(id) + "/cancel", "{\"reason\":\"退货\"}").header("ETag")).contains("\"2\"");
        String opportunity = "/api/opportunities/" + rep.post("/api/opportunities",
                "{\"name\":\"核心网\",\"customerId\":\"%s\"}".formatted(customer)).json().get("id").stringValue();
        assertThat(rep.post(opportunity + "/lose?reason=price", "").header("ETag")).contains("\"2\"");
        assertThat(rep.post(opportunity + "/reopen?reason=again", "").header("ETag")).contains("\"3\"");
        assertThat(rep.post(opportunity + "/win?reason=signed", "").header("ETag")).contains("\"4\"");
    }

    @Test
    void ofManyWhoAskForOneNumberAtOnceOneGetsIt() throws Exception {
        String number = "SO" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
        List<Integer> answers = AtOnce.call(8,
                () -> place("\"number\":\"%s\",\"amount\":%s".formatted(number, yuan("1"))).status());
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void aPatchWithNewLinesChangesTheAmountAndAContradictionIsRefused() {
        String id = placed();
        String line = "{\"product\":\"a\",\"quantity\":3,\"unitPrice\":" + yuan("5") + "}";
        assertThat(rep.patch(path(id), "{\"lines\":[" + line + "]}").header("ETag")).contains("\"2\"");
        Answer refused = rep.patch(path(id), "{\"amount\":" + yuan("14.99") + "}");
        assertProblem(refused, 422, "invalid-content", "amount");
        assertProblem(refused, 422, "invalid-content", "lines");
        assertThat(rep.patch(path(id), "{\"amount\":" + yuan("15") + "}").header("ETag")).contains("\"2\"");
    }

    @Test
    void fieldsThatAdministratorsAddedAreChecked() {
        String field = "/api/custom-fields/order/channel" + ThreadLocalRandom.current().nextInt(1_000_000);
        String key = field.substring(field.lastIndexOf('/') + 1);
        Answer defined = as(Tokens.administrator()).put(field, """
                {"type":"choice","label":{"en":"Channel"},"options":[{"code":"ONLINE","label":{"en":"Online"}}]}""");
        assertThat(defined.status()).as(defined.toString()).isEqualTo(201);
        Answer placed = place("\"amount\":" + yuan("1") + ",\"custom\":{\"" + key + "\":\"ONLINE\"}");
        assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
        String id = placed.json().get("id").stringValue();
        assertProblem(rep.patch(path(id), "{\"custom\":{\"" + key + "\":\"SHOP\"}}"), 422, "invalid-content",
                "custom." + key);
        assertThat(rep.patch(path(id), "{\"custom\":{\"" + key + "\":\"ONLINE\"}}").header("ETag")).contains("\"1\"");
        assertThat(rep.patch(path(id), "{\"custom\":{\"" + key + "\":null}}").header("ETag")).contains("\"2\"");
        assertThat(as(Tokens.administrator()).delete(field).status()).isEqualTo(204);
    }

    @Test
    void aFullReplacementLeavesNothingElse() {
        String id = placed();
        assertProblem(rep.put(path(id), "{}"), 428);
        assertProblem(rep.put(path(id), "{\"amount\":" + yuan("1") + "}", "If-Match", "\"1\""),
                422, "invalid-content", "customerId");
        Answer answer = rep.put(path(id), "{\"customerId\":\"%s\",\"orderedAt\":\"2026-01-01\",\"amount\":%s}"
                .formatted(customer, yuan("1")), "If-Match", "\"1\"");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    @Test
    void cancellingArchivingAndTheWaysBack() {
        String id = placed();
        assertProblem(rep.post(path(id) + "/cancel", ""), 422, "invalid-content", "reason");
        assertThat(rep.post(path(id) + "/cancel?reason=returned", "").header("ETag")).contains("\"2\"");
        assertProblem(rep.patch(path(id), "{\"note\":\"x\"}"), 409);
        assertThat(rep.post(path(id) + "/reinstate", "").header("ETag")).contains("\"3\"");
        assertProblem(rep.delete(path(id)), 422, "invalid-content", "reason");
        assertThat(rep.delete(path(id) + "?reason=double").header("ETag")).contains("\"4\"");
        assertProblem(rep.post(path(id) + "/cancel?reason=x", ""), 409);
        assertThat(rep.post(path(id) + "/restore", "").header("ETag")).contains("\"5\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "colour":"red" | colour | unknown-field
            "amount":5 | amount | expected-money
            "lines":[{"product":"a","quantity":"two"}] | lines[0].quantity | expected-quantity
            "lines":[{"product":"a","quantity":1e999999999}] | lines[0].quantity | quantity-out-of-range
            "lines":[null] | lines[0] | required
            "lines":[{"product":"a"}] | lines[0].amount | line-amount-missing
            "lines":[{"amount":{"amount":"1","currency":"CNY"}}] | lines[0].product | required
            "lines":[] | amount | required
            "orderedAt":"2026-02-30" | orderedAt | expected-date
            "opportunityId":"0198c0de-0000-7000-8000-00000000000b","amount":YUAN | opportunityId | opportunity-unknown
            "number":"-","amount":{"amount":"1","currency":"CNY"} | number | order-number-invalid
            """)
    void theFieldIsNamed(String fields, String field, String code) {
        Answer answer = place(fields.replace("YUAN", yuan("1")));
        assertProblem(answer, 422, "invalid-content", field);
        assertThat(answer.json().get("errors").get(0).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void anUnknownCustomerIsRefused() {
        assertProblem(rep.post(ORDERS, "{\"customerId\":\"%s\",\"amount\":%s}".formatted(UUID.randomUUID(), yuan("1"))),
                422, "invalid-content", "customerId");
        assertProblem(rep.patch(path(placed()), "{\"customerId\":\"%s\"}".formatted(UUID.randomUUID())),
                422, "invalid-content", "customerId");
    }

    @Test
    void whoMayNotWriteCustomersDoesNotWriteTheirOrders() {
        assertProblem(as(null).post(ORDERS, "{}"), 401);
        assertProblem(as(Tokens.analyst()).post(ORDERS, "{}"), 403);
        assertProblem(as(Tokens.analyst()).post(path(placed()) + "/cancel?reason=x", ""), 403);
    }

    private String placed() {
        return place("\"amount\":" + yuan("10")).json().get("id").stringValue();
    }

    private Answer place(String fields) {
        return rep.post(ORDERS, "{\"customerId\":\"" + customer + "\"," + fields + "}");
    }

    private static String yuan(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"CNY\"}";
    }

    private static String path(String id) {
        return ORDERS + '/' + id;
    }
}
