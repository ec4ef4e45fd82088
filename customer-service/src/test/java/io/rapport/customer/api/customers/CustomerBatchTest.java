package io.rapport.customer.api.customers;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many customers changed at once, and every kind of job taken back: through HTTP, on the real store. */
class CustomerBatchTest extends RunningCustomerService {

    private static final String BATCH = "/api/customers/batch";

    @Autowired
    private JdbcClient database;

    private RapportClient rep;

    @BeforeEach
    void signIn() {
        rep = as(Tokens.rep());
    }

    @Test
    void changesThoseOfTheIdsThatCanBeChangedAndTakesItBackExactly() {
        rep = as(Tokens.administrator());
        String plain = registered("\"tags\":[\"旧\",\"b\"],\"owner\":\"zhangsan\",\"team\":\"/east\"");
        String done = registered("\"tags\":[\"b\",\"新\"],\"owner\":\"lisi\",\"salesStatus\":\"FOLLOWING_UP\"");
        String archived = registered("\"tags\":[]");
        rep.delete("/api/customers/" + archived + "?reason=x");

        String job = jobId(rep.post(BATCH, """
                {"ids":["%s","%s","%s","%s"],"set":{"salesStatus":"FOLLOWING_UP"},"addTags":["新"],"removeTags":["旧"],
                 "assignTo":"lisi","reason":"re-sorted"}""".formatted(plain, done, archived, UUID.randomUUID())));

        assertCounts(ended(job, "DONE"), 4, 1, 1, 2);
        assertThat(rep.get("/api/jobs/" + job + "/refused").body()).contains(archived).contains("id,");
        assertThat(eventsAfter(plain, 1)).containsExactly(
                "customer.status-changed {\"from\":\"POTENTIAL\",\"to\":\"FOLLOWING_UP\"}",
                "customer.facts-changed {\"changed\":{\"tags\":[\"b\",\"新\"]},\"cleared\":[]}",
                "customer.owner-assigned {\"owner\":\"lisi\"}");

        String undo = jobId(rep.post("/api/jobs/" + job + "/undo", ""));

        assertCounts(ended(undo, "DONE"), 1, 1, 0, 0);
        assertThat(ended(job, "UNDONE").get("undoneBy").stringValue()).isEqualTo(undo);
        assertThat(eventsAfter(plain, 4)).containsExactly(
                "customer.facts-changed {\"changed\":{\"tags\":[\"旧\",\"b\"]},\"cleared\":[]}",
                "customer.owner-assigned {\"owner\":\"zhangsan\",\"team\":\"/east\"}",
                "customer.status-changed {\"from\":\"FOLLOWING_UP\",\"to\":\"POTENTIAL\"}");
    }

    @Test
    void aFilterIsSettledWhenTheBatchIsAskedForAndWhatChangedMeanwhileIsLeft() {
        String same = registered("\"city\":\"a\"");
        String changed = registered("\"city\":\"a\"");
        String filter = "city eq '" + UUID.randomUUID() + "'";
        listing().finds(filter, List.of(Map.entry(same, 1L), Map.entry(changed, 1L), Map.entry(same, 1L)));
        rep.patch("/api/customers/" + changed, "{\"city\":\"b\"}");

        String job = jobId(rep.post(BATCH, """
                {"filter":"%s","archive":true,"reason":"moved"}""".formatted(filter)));

        assertCounts(ended(job, "DONE"), 2, 1, 0, 1);
        assertThat(rep.get("/api/jobs/" + job + "/refused").body()).contains(changed).doesNotContain(same);
        assertThat(eventsAfter(same, 1)).containsExactly("customer.archived {}");

        ended(jobId(rep.post("/api/jobs/" + job + "/undo", "")), "DONE");
        assertThat(eventsAfter(same, 2)).containsExactly("customer.restored {}");
    }

    @Test
    void aSegmentIsAFilterToo() {
        String member = registered("\"city\":\"a\"");
        String segment = UUID.randomUUID().toString();
        listing().finds(segment, List.of(Map.entry(member, 1L)));

        assertCounts(ended(jobId(rep.post(BATCH, """
                {"segment":"%s","addTags":["邀请"]}""".formatted(segment))), "DONE"), 1, 1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"set\":{\"city\":\"x\"}}|422|ids",
            "{\"ids\":[],\"set\":{\"city\":\"x\"}}|422|ids",
            "{\"ids\":[\"1\"],\"filter\":\"a eq 'b'\",\"set\":{\"city\":\"x\"}}|422|ids",
            "{\"ids\":[\"a b\"],\"set\":{\"city\":\"x\"}}|422|ids[0]",
            "{\"ids\":[\"1\"]}|422|set",
            "{\"ids\":[\"1\"],\"set\":{\"phone\":\"abc\"}}|422|phone",
            "{\"ids\":[\"1\"],\"set\":{\"name\":null}}|422|name",
            "{\"ids\":[\"1\"],\"set\":{\"number\":\"7\"}}|422|set.number",
            "{\"ids\":[\"1\"],\"set\":{\"type\":\"NO SUCH\"}}|422|type",
            "{\"ids\":[\"1\"],\"archive\":true}|422|reason",
            "{\"ids\":[\"1\"],\"archive\":true,\"reason\":\"x\",\"assignTo\":\"lisi\"}|422|archive",
            "{\"filter\":\"nonsense\",\"set\":{\"city\":\"x\"}}|400|filter",
    })
    void refusesWhatCannotBeDoneToAnyRecord(String body, int status, String field) {
        Answer answer = rep.post(BATCH, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("errors").get(0).get("field").stringValue()).isEqualTo(field);
    }

    @Test
    void anUnknownFieldIsRefused() {
        assertThat(rep.post(BATCH, "{\"ids\":[\"1\"],\"set\":{\"colour\":\"red\"}}").status()).isBetween(400, 422);
    }

    @Test
    void batchesAndUndosBelongToThoseWhoMayWrite() {
        String customer = registered("\"city\":\"a\"");
        assertProblem(as(Tokens.analyst()).post(BATCH, "{\"ids\":[\"%s\"],\"set\":{\"city\":\"x\"}}".formatted(customer)),
                403);
        String job = jobId(rep.post(BATCH, "{\"ids\":[\"%s\"],\"set\":{\"city\":\"x\"}}".formatted(customer)));
        ended(job, "DONE");

        assertProblem(as(Tokens.of(Role.MANAGER, "wangwu", "/east")).post("/api/jobs/" + job + "/undo", ""), 404);
    }

    @Test
    void anImportIsTakenBackSoThatItsNumbersAndNamesAreFreeAgain() {
        String known = registered("\"city\":\"北京\",\"industry\":\"软件\"");
        String number = numberOf(known);
        String fresh = freeNumber();
        String csv = "客户编号,客户名称,城市,行业\n" + number + ",更名公司,上海,硬件\n" + fresh + ",新公司,广州,\n";
        String job = jobId(rep.upload("/api/customers/import", "a.csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(ended(job, "DONE").get("created").asInt()).isEqualTo(1);
        String made = customerOf(fresh);
        long registeredAs = eventsAfter(known, 1).size();

        ended(jobId(rep.post("/api/jobs/" + job + "/undo", "")), "DONE");

        assertThat(eventsAfter(made, 1)).containsExactly("customer.withdrawn {}");
        assertProblem(rep.patch("/api/customers/" + made, "{\"city\":\"x\"}"), 404);
        assertThat(eventsAfter(known, 1 + registeredAs)).singleElement().asString()
                .contains("\"city\":\"北京\"").contains("\"industry\":\"软件\"");
        String again = jobId(rep.upload("/api/customers/import", "a.csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(ended(again, "DONE").get("created").asInt()).isEqualTo(1);
        assertThat(customerOf(fresh)).isNotEqualTo(made);
    }

    @Test
    void whatWasTouchedAfterAnImportIsLeft() {
        String number = freeNumber();
        String csv = "客户编号,客户名称\n" + number + ",甲\n";
        String job = jobId(rep.upload("/api/customers/import", "a.csv", csv.getBytes(StandardCharsets.UTF_8)));
        ended(job, "DONE");
        rep.patch("/api/customers/" + customerOf(number), "{\"city\":\"b\"}");

        String undo = jobId(rep.post("/api/jobs/" + job + "/undo", ""));

        assertCounts(ended(undo, "DONE"), 1, 0, 0, 1);
        assertThat(rep.get("/api/jobs/" + undo + "/refused").body()).contains(customerOf(number) + ",2,");
    }

    private String registered(String facts) {
        Answer answer = rep.post("/api/customers", "{\"name\":\"%s\",%s}".formatted(UUID.randomUUID(), facts));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    private String numberOf(String customer) {
        return database.sql("SELECT number FROM customer_identity WHERE customer_id = ?").param(customer)
                .query(String.class).single();
    }

    private String customerOf(String number) {
        return database.sql("SELECT customer_id FROM customer_identity WHERE number = ?").param(number)
                .query(String.class).single();
    }

    private static String freeNumber() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L));
    }

    private static String jobId(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().get("jobId").stringValue();
    }

    private JsonNode ended(String id, String state) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> rep.get("/api/jobs/" + id).json(), job -> state.equals(job.get("state").stringValue()));
    }

    private static void assertCounts(JsonNode job, int total, int updated, int unchanged, int refused) {
        assertThat(Stream.of("total", "done", "updated", "unchanged", "refused").map(count -> job.get(count).asInt()))
                .as(job.toString()).containsExactly(total, total, updated, unchanged, refused);
    }

    /** Stored types and payloads of the events of a customer behind the first ones. */
    private List<String> eventsAfter(String customer, long first) {
        return database.sql("""
                SELECT payload_type, convert_from(payload, 'UTF8') FROM domain_event
                WHERE aggregate_identifier = ? AND sequence_number >= ? ORDER BY sequence_number""")
                .param(customer).param(first)
                .query((row, _) -> row.getString(1) + ' ' + JsonMapper.shared().readTree(row.getString(2))).list();
    }
}
