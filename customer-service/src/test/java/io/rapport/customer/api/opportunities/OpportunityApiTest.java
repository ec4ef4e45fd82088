package io.rapport.customer.api.opportunities;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.opportunities.OpportunityEvent;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class OpportunityApiTest extends RunningCustomerService {

    private static final String OPPORTUNITIES = "/api/opportunities";

    @Autowired
    private EventStore events;
    private RapportClient rep;
    private String customer;

    @BeforeEach
    void aCustomer() {
        rep = as(Tokens.rep());
        customer = rep.post("/api/customers", "{\"name\":\"华为公司\",\"source\":\"展会\"}").json().get("id").stringValue();
    }

    @Test
    void everyFieldIsTaken() {
        Answer answer = rep.post(OPPORTUNITIES, """
                {"name":"服务器采购","customerId":"%s","contactIds":["%s"],"amount":{"amount":"50000.00","currency":"USD"},
                 "expectedClose":"2026-12-31","probability":40,"need":"两百台","budget":{"amount":"6","currency":"CNY"},
                 "purchaseIntent":"年内","background":"到期","competitors":["联想"],"source":"电话","tags":["重点"],
                 "pipeline":"default","stage":"QUOTATION","owner":"zhangsan","team":"/east/shanghai",
                 "lead":{"kind":"contact","id":"%s","source":"名片"}}"""
                .formatted(customer, UUID.randomUUID(), UUID.randomUUID()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.json().get("id").stringValue();
        assertThat(answer.header("Location")).contains(OPPORTUNITIES + "/" + id);
        assertThat(ConsistencyToken.parse(answer.consistencyToken()))
                .contains(new ConsistencyToken("opportunity", id, 1));
    }

    @Test
    void aSaleFromBeginningToEnd() {
        String path = opened();
        assertVersion("2", rep.post(path + "/stage", "{\"stage\":\"QUOTATION\",\"reason\":\"方案通过\"}", "If-Match", "\"1\""));
        assertVersion("3", rep.post(path + "/lose", "{\"reason\":\"价格\"}"));
        assertConflict("opportunity-closed", rep.post(path + "/stage", "{\"stage\":\"SIGNING\"}"));
        assertVersion("4", rep.post(path + "/reopen", "{\"reason\":\"客户回头\",\"stage\":\"NEGOTIATION\"}"));
        assertVersion("5", rep.send("POST", path + "/win", "application/json", new byte[0]));
        assertVersion("5", rep.post(path + "/win", "{}"));
        assertVersion("6", rep.patch(path, "{\"amount\":{\"amount\":\"1\",\"currency\":\"CNY\"}}"));
        assertVersion("7", rep.delete(path + "?reason=" + RapportClient.encoded("重复")));
        assertConflict("opportunity-archived", rep.patch(path, "{\"name\":\"x\"}"));
        assertVersion("8", rep.post(path + "/restore", ""));
    }

    @Test
    void aPatchChangesFactsOwnerAndStageAtOnce() {
        String path = opened();
        assertVersion("4", as(Tokens.administrator()).patch(path, """
                {"expectedClose":"2027-01-31","source":null,"owner":"lisi","stage":"SIGNING"}"""));
        assertVersion("4", rep.patch(path, "{\"stage\":\"SIGNING\",\"pipeline\":\"default\"}"));
        assertProblem(rep.patch(path, "{\"name\":\"x\"}", "If-Match", "\"1\""), 412);
        assertProblem(rep.patch(path, "{\"stage\":null,\"pipeline\":null}"), 422, "invalid-content", "stage");
    }

    @Test
    void aFullReplacementSaysWhatItReplacesAndKeepsTheStage() {
        String path = opened();
        String body = "{\"name\":\"存储\",\"customerId\":\"%s\"}".formatted(customer);
        assertProblem(rep.put(path, body), 428);
        assertVersion("2", rep.put(path, body, "If-Match", "\"1\""));
        assertVersion("2", rep.put(path, body, "If-Match", "\"2\""));
    }

    @Test
    void aLeadKeepsItsSource() {
        Answer answer = rep.post(OPPORTUNITIES, """
                {"name":"服务器","lead":{"kind":"customer","id":"%s"}}""".formatted(customer));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var opened = (OpportunityEvent.Opened) events.readEvents(answer.json().get("id").stringValue()).next()
                .getPayload();
        assertThat(opened.lead().source()).isEqualTo("展会");
        assertThat(opened.facts().source()).isEqualTo("展会");
        assertThat(opened.facts().customerId()).isEqualTo(customer);
    }

    @Test
    void aRepeatedRequestHappensOnce() {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"服务器\",\"customerId\":\"%s\"}".formatted(customer);
        Answer first = rep.post(OPPORTUNITIES, body, "Idempotency-Key", key);
        assertThat(rep.post(OPPORTUNITIES, body, "Idempotency-Key", key).body()).isEqualTo(first.body());

        String path = OPPORTUNITIES + '/' + first.json().get("id").stringValue();
        String step = UUID.randomUUID().toString();
        assertVersion("2", rep.post(path + "/stage", "{\"stage\":\"SIGNING\"}", "Idempotency-Key", step));
        assertVersion("3", rep.post(path + "/stage", "{\"stage\":\"QUOTATION\"}"));
        assertVersion("2", rep.post(path + "/stage", "{\"stage\":\"SIGNING\"}", "Idempotency-Key", step));
    }

    @Test
    void anArchivedCustomerGetsNoNewOpportunity() {
        String path = opened();
        assertThat(rep.delete("/api/customers/" + customer + "?reason=x").status()).isEqualTo(204);
        assertProblem(rep.post(OPPORTUNITIES, "{\"name\":\"x\",\"customerId\":\"%s\"}".formatted(customer)),
                422, "invalid-content", "customerId");
        assertVersion("2", rep.patch(path, "{\"need\":\"x\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"customerId":"CUSTOMER"}                                         | name            | required
            {"name":"a"}                                                      | customerId      | required
            {"name":"a","customerId":"7"}                                     | customerId      | id-malformed
            {"name":"a","customerId":"0198c0de-0000-7000-8000-00000000dead"}  | customerId      | customer-unknown
            {"name":"a","customerId":"CUSTOMER","amount":5}                   | amount          | expected-money
            {"name":"a","customerId":"CUSTOMER","amount":{"amount":5,"currency":"CNY"}} | amount.amount | expected-text
            {"name":"a","customerId":"CUSTOMER","amount":{"amount":"-5","currency":"CNY"}} | amount.amount | amount-negative
            {"name":"a","customerId":"CUSTOMER","probability":101}            | probability     | percentage-out-of-range
            {"name":"a","customerId":"CUSTOMER","probability":"high"}         | probability     | expected-whole-number
            {"name":"a","customerId":"CUSTOMER","stage":"LATER"}              | stage           | choice-unknown
            {"name":"a","customerId":"CUSTOMER","pipeline":"other"}           | pipeline        | pipeline-unknown
            {"name":"a","customerId":"CUSTOMER","status":"WON"}               | status          | unknown-field
            {"name":"a","customerId":"CUSTOMER","lead":{"kind":"x","id":"CUSTOMER"}} | lead.kind | choice-unknown
            """)
    void theFieldIsNamed(String body, String field, String code) {
        Answer answer = rep.post(OPPORTUNITIES, body.replace("CUSTOMER", customer));
        assertProblem(answer, 422, "invalid-content", field);
        assertThat(answer.json().get("errors").get(0).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void stepsAskForWhatTheyNeed() {
        String path = opened();
        assertProblem(rep.post(path + "/stage", "{}"), 422, "invalid-content", "stage");
        assertProblem(rep.post(path + "/stage", "{\"stage\":\"LATER\"}"), 422, "invalid-content", "stage");
        assertProblem(rep.post(path + "/lose", "{}"), 422, "invalid-content", "reason");
        assertProblem(rep.patch(path, "{\"lead\":null}"), 422, "invalid-content", "lead");
        assertProblem(rep.post(OPPORTUNITIES + '/' + UUID.randomUUID() + "/win", "{}"), 404);
        assertThat(rep.post(path + "/lose", "{}", "Accept-Language", "zh-CN").json().at("/errors/0/message")
                .stringValue()).isNotBlank();
    }

    @Test
    void whoMayNotWriteCustomersWritesNoOpportunities() {
        assertProblem(as(null).post(OPPORTUNITIES, "{}"), 401);
        assertProblem(as(Tokens.analyst()).post(OPPORTUNITIES, "{}"), 403);
        assertProblem(as(Tokens.analyst()).post(opened() + "/win", "{}"), 403);
    }

    private String opened() {
        Answer answer = rep.post(OPPORTUNITIES,
                "{\"name\":\"服务器\",\"customerId\":\"%s\",\"source\":\"电话\"}".formatted(customer));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return OPPORTUNITIES + '/' + answer.json().get("id").stringValue();
    }

    private static void assertVersion(String version, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(answer.header("ETag")).contains('"' + version + '"');
    }

    private static void assertConflict(String code, Answer answer) {
        assertProblem(answer, 409);
        assertThat(answer.json().get("code").stringValue()).isEqualTo(code);
    }
}
