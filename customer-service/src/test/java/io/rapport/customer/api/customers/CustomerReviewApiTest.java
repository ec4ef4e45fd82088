package io.rapport.customer.api.customers;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The rule asks for a source that only these customers have: other tests share the service. */
class CustomerReviewApiTest extends RunningCustomerService {

    private static final String CUSTOMERS = "/api/customers";
    private static final String RULE = "/api/review-rules/customer";
    private static final String SOURCE = "fair of " + UUID.randomUUID();

    @Autowired
    private JdbcClient database;
    private RapportClient rep;
    private RapportClient manager;
    private RapportClient admin;

    @BeforeEach
    void aRule() {
        inDirectory("reviewed", Role.REP, "/east/shanghai");
        rep = as(Tokens.of(Role.REP, "reviewed", null));
        manager = as(Tokens.of(Role.MANAGER, "wangwu", "/east"));
        admin = as(Tokens.administrator());
        define("{\"cases\":[{\"name\":\"Fair contacts of reps\",\"roles\":[\"rep\"],\"where\":{\"source\":[\"%s\"]}}]}"
                .formatted(SOURCE));
    }

    @Test
    void aWaitingCustomerIsSentBackSubmittedAgainAndApproved() {
        Answer answer = registeredBy(rep);
        String path = CUSTOMERS + '/' + answer.json().get("id").stringValue();
        assertThat(answer.header("ETag")).contains("\"2\"");

        assertProblem(manager.post(path + "/send-back", ""), 422, "invalid-content", "reason");
        assertThat(manager.post(path + "/send-back?reason=phone", "").status()).isEqualTo(204);
        assertProblem(manager.post(path + "/approve", ""), 409);
        assertThat(rep.patch(path, "{\"phone\":\"95588\"}").status()).isEqualTo(204);
        assertThat(rep.post(path + "/resubmit", "").status()).isEqualTo(204);
        assertThat(manager.post(path + "/approve", "", "If-Match", "\"5\"").header("ETag")).contains("\"6\"");
        assertProblem(manager.post(path + "/approve", ""), 409);
    }

    @Test
    void onlyAnotherPersonWithTheOfficeApproves() {
        String path = CUSTOMERS + '/' + registeredBy(rep).json().get("id").stringValue();

        assertProblem(rep.post(path + "/approve", ""), 403);
        assertProblem(as(Tokens.of(Role.MANAGER, "reviewed", "/east")).post(path + "/approve", ""), 403);
        assertProblem(as(Tokens.of(Role.MANAGER, "zhaoliu", "/north")).post(path + "/approve", ""), 404);
        assertProblem(as(Tokens.analyst()).post(path + "/approve", ""), 403);
        assertThat(manager.post(path + "/send-back?reason=phone", "").status()).isEqualTo(204);
        assertThat(manager.post(path + "/resubmit", "").status()).isEqualTo(204);
        assertThat(code(manager.post(path + "/approve", ""), 403)).isEqualTo("review-own");
        assertThat(as(Tokens.of(Role.MANAGER, "zhaoliu", "/east")).post(path + "/approve", "").status()).isEqualTo(204);
    }

    @Test
    void theDirectorySaysWhichRoleSomebodyHas() {
        assertThat(registeredBy(as(Tokens.of(Role.MANAGER, "reviewed", "/east"))).header("ETag")).contains("\"2\"");
    }

    @Test
    void whomTheRuleDoesNotNameCountsAtOnce() {
        assertThat(registeredBy(manager).header("ETag")).contains("\"1\"");
        assertThat(rep.post(CUSTOMERS, "{\"name\":\"华为公司\"}").header("ETag")).contains("\"1\"");
    }

    @Test
    void importedCustomersWaitAsIfWhoeverAskedForTheImportHadEnteredThem() {
        byte[] file = "客户名称,来源\n导入一,%1$s\n导入二,别处\n".formatted(SOURCE).getBytes(StandardCharsets.UTF_8);

        assertThat(reviewsRequestedBy(imported(rep, file))).isEqualTo(1);
        assertThat(reviewsRequestedBy(imported(manager, new String(file, StandardCharsets.UTF_8).replace("导入", "经理导入")
                .getBytes(StandardCharsets.UTF_8)))).isZero();
    }

    @Test
    void theRuleIsReadByAllAndWrittenByAdministrators() {
        Answer answer = rep.get(RULE);
        assertThat(answer.status()).isEqualTo(200);
        JsonNode first = answer.json().get("cases").get(0);
        assertThat(first.get("roles").get(0).stringValue()).isEqualTo("rep");
        assertThat(first.get("where").get("source").get(0).stringValue()).isEqualTo(SOURCE);

        assertProblem(manager.put(RULE, "{\"cases\":[]}", "If-Match", "*"), 403);
        assertProblem(admin.put(RULE, "{\"cases\":[]}"), 428);
        assertProblem(admin.put(RULE, "{\"cases\":[]}", "If-Match", "\"999\""), 412);
        assertProblem(admin.put(RULE, "{}", "If-Match", "*"), 422, "invalid-content", "cases");
        assertProblem(admin.put(RULE, "{\"cases\":[{\"name\":\"a\",\"roles\":[\"boss\"]}]}", "If-Match", "*"),
                422, "invalid-content", "cases[0].roles[0]");
        assertProblem(admin.put(RULE, "{\"cases\":[{\"name\":\"a\",\"where\":{\"phone\":[\"1\"]}}]}", "If-Match", "*"),
                422, "invalid-content", "cases[0].where.phone");
        assertProblem(admin.put(RULE, "{\"cases\":[{\"name\":\"a\",\"entry\":\"POST\"}]}", "If-Match", "*"),
                422, "invalid-content", "cases[0].entry");
        assertProblem(admin.put(RULE, "{\"cases\":[null]}", "If-Match", "*"), 422, "invalid-content", "cases[0]");
        assertProblem(admin.put(RULE, "{\"cases\":[{\"name\":\"a\",\"roles\":[null]}]}", "If-Match", "*"),
                422, "invalid-content", "cases[0].roles[0]");
        assertProblem(admin.put(RULE, "{\"cases\":[{\"name\":\"a\",\"where\":{\"source\":null}}]}", "If-Match", "*"),
                422, "invalid-content", "cases[0].where.source");
    }

    @Test
    void aProfileIsConfirmed() {
        String path = CUSTOMERS + '/' + registeredBy(manager).json().get("id").stringValue();

        assertThat(manager.post(path + "/confirm", "").header("ETag")).contains("\"2\"");
        assertThat(manager.post(path + "/confirm", "{\"nextReviewDue\":\"2030-01-31\"}").header("ETag")).contains("\"3\"");
        assertProblem(manager.post(path + "/confirm", "{\"nextReviewDue\":\"2020-01-31\"}"),
                422, "invalid-content", "nextReviewDue");
        assertProblem(manager.post(path + "/confirm", "{\"nextReviewDue\":\"soon\"}"),
                422, "invalid-content", "nextReviewDue");
    }

    @Test
    void aLifecycleStageIsOverriddenWithAReasonAndDerivedAgain() {
        String path = CUSTOMERS + '/' + registeredBy(manager).json().get("id").stringValue();

        assertProblem(manager.patch(path, "{\"lifecycleStage\":\"CHURNED\"}"), 422, "invalid-content", "reason");
        assertProblem(manager.patch(path + "?reason=x", "{\"lifecycleStage\":\"DEAD\"}"),
                422, "invalid-content", "lifecycleStage");
        assertThat(manager.patch(path + "?reason=closed", "{\"lifecycleStage\":\"CHURNED\"}").header("ETag"))
                .contains("\"2\"");
        assertThat(manager.patch(path, "{\"lifecycleStage\":null}").header("ETag")).contains("\"3\"");
        assertProblem(manager.post(CUSTOMERS, "{\"name\":\"a\",\"lifecycleStage\":\"CHURNED\"}"),
                422, "invalid-content", "lifecycleStage");
    }

    @Test
    void thePastIsToldToServicesInTheCallersName() {
        String id = registeredBy(rep).json().get("id").stringValue();
        String past = "/internal/records/" + id + "/events?until=";

        Answer answer = as(Tokens.analyst()).get(past + Instant.now());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/cloudevents-batch+json");
        JsonNode first = answer.json().get(0);
        assertThat(first.get("specversion").stringValue()).isEqualTo("1.0");
        assertThat(first.get("type").stringValue()).isEqualTo("customer.registered.v1");
        assertThat(first.get("sequence").stringValue()).isEqualTo("1");
        assertThat(first.get("actor").stringValue()).isEqualTo("reviewed");
        assertThat(first.get("data").get("facts").get("source").stringValue()).isEqualTo(SOURCE);
        assertThat(answer.json().get(1).get("type").stringValue()).isEqualTo("customer.review-requested.v1");
        assertThat(rep.get(past + Instant.now() + "&after=1").json()).hasSize(1);
        assertThat(rep.get(past + "2020-01-01T00:00:00Z").json()).isEmpty();
        assertThat(rep.get("/internal/records/events?id=" + id + "," + UUID.randomUUID() + "&until=" + Instant.now())
                .json()).hasSize(2);
        assertProblem(rep.get("/internal/records/events?until=" + Instant.now() + "&id=x".repeat(101)), 400);
        assertProblem(rep.get(past + "yesterday"), 400);
        assertProblem(rep.get(past + Instant.now() + "&after=-1"), 400);
        assertProblem(as(null).get(past + Instant.now()), 401);
    }

    /** Id of the job, once it is done. */
    private static String imported(RapportClient client, byte[] file) {
        Answer queued = client.upload(CUSTOMERS + "/import", "customers.csv", file);
        assertThat(queued.status()).as(queued.toString()).isEqualTo(202);
        String job = queued.json().get("jobId").stringValue();
        await().atMost(Duration.ofSeconds(20)).until(() -> client.get("/api/jobs/" + job).json(),
                state -> state.get("state").stringValue().equals("DONE") && state.get("created").intValue() == 2);
        return job;
    }

    private int reviewsRequestedBy(String job) {
        return database.sql("""
                SELECT count(*) FROM domain_event
                WHERE payload_type = 'customer.review-requested' AND convert_from(meta_data, 'UTF8') LIKE ?""")
                .param("%import " + job + " row %").query(Integer.class).single();
    }

    private Answer registeredBy(RapportClient client) {
        Answer answer = client.post(CUSTOMERS,
                "{\"name\":\"华为公司\",\"source\":\"%s\",\"team\":\"/east/shanghai\"}".formatted(SOURCE));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private void define(String rule) {
        Answer now = admin.get(RULE);
        Answer answer = now.header("ETag").isPresent() ? admin.put(RULE, rule, "If-Match", "*")
                : admin.put(RULE, rule);
        assertThat(answer.status()).as(answer.toString()).isIn(201, 204);
    }

    private static String code(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.json().get("code").stringValue();
    }
}
