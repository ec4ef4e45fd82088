package io.rapport.customer.api.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;
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

/** What follows from rights beyond single commands: references, fields, batches, imports, merges, jobs, the directory. */
class WritingRightsTest extends RunningCustomerService {

    private static final String CUSTOMERS = "/api/customers";

    @Autowired
    private JdbcClient database;
    private RapportClient rep;
    private RapportClient colleague;
    private RapportClient manager;
    private RapportClient other;
    private RapportClient administrator;

    @BeforeEach
    void people() {
        inDirectory("rights-rep", Role.REP, "/rights/east/shanghai");
        inDirectory("rights-colleague", Role.REP, "/rights/east/shanghai");
        inDirectory("rights-manager", Role.MANAGER, "/rights/east");
        inDirectory("rights-other", Role.REP, "/rights/north");
        rep = as(Tokens.of(Role.REP, "rights-rep", null));
        colleague = as(Tokens.of(Role.REP, "rights-colleague", null));
        manager = as(Tokens.of(Role.MANAGER, "rights-manager", null));
        other = as(Tokens.of(Role.REP, "rights-other", null));
        administrator = as(Tokens.administrator());
    }

    @Test
    void whoEntersARecordOwnsItAndItsTeamFollows() {
        String id = registered(rep, "");
        assertThat(ownerOf(id)).isEqualTo("rights-rep");
        assertThat(ownerOf(registered(manager, ",\"owner\":\"rights-rep\""))).isEqualTo("rights-rep");
        assertThat(ownerOf(registered(administrator, ""))).isNull();
        assertProblem(manager.post(CUSTOMERS, "{\"name\":\"x\",\"owner\":\"rights-other\"}"), 403, "assign-not-yours",
                "owner");
    }

    @Test
    void anExpectedVersionDoesNotTellThatThereIsARecord() {
        String id = registered(rep, "");
        assertProblem(other.patch(path(id), "{\"name\":\"x\"}", "If-Match", "\"99\""), 404);
        assertProblem(other.patch(path(UUID.randomUUID().toString()), "{\"name\":\"x\"}", "If-Match", "\"99\""), 404);
        assertProblem(rep.patch(path(id), "{\"name\":\"x\"}", "If-Match", "\"99\""), 412);
    }

    @Test
    void whoWritesARecordDoesNotGiveItAwayForThat() {
        String id = registered(rep, "");
        assertProblem(rep.patch(path(id), "{\"owner\":\"rights-colleague\"}"), 403, "assign-not-yours", "owner");
        assertProblem(rep.patch(path(id), "{\"owner\":null}"), 403, "assign-not-yours", "owner");
        assertThat(rep.patch(path(id), "{\"owner\":\"rights-rep\",\"city\":\"x\"}").status()).isEqualTo(204);
        assertThat(rep.put(path(id), "{\"name\":\"x\"}", "If-Match", "*").status()).isEqualTo(204);
        assertThat(ownerOf(id)).as("kept by a replacement that names nobody").isEqualTo("rights-rep");
        assertThat(manager.patch(path(id), "{\"owner\":\"rights-colleague\"}").status()).isEqualTo(204);
        assertThat(rep.patch(path(id), "{\"city\":\"y\"}").body()).contains("record-not-yours");
        assertProblem(manager.patch(path(id), "{\"owner\":\"rights-other\"}"), 403, "assign-not-yours", "owner");
    }

    @Test
    void toWhomARecordIsInvisibleItCannotBeReferredTo() {
        String id = registered(rep, "");
        for (String customer : new String[] {id, UUID.randomUUID().toString()}) {
            assertProblem(other.post("/api/opportunities", "{\"name\":\"x\",\"customerId\":\"%s\"}".formatted(customer)),
                    422, "invalid-content", "customerId");
            assertProblem(other.post("/api/opportunities",
                    "{\"name\":\"x\",\"lead\":{\"kind\":\"customer\",\"id\":\"%s\"}}".formatted(customer)), 422,
                    "invalid-content", "lead.id");
            assertThat(other.post("/api/orders", order(customer, "")).body()).contains("customer-unknown");
        }
        String opportunity = opened(rep, id);
        String own = registered(other, "");
        assertThat(other.post("/api/orders", order(own, ",\"opportunityId\":\"" + opportunity + '"')).body())
                .contains("opportunity-unknown");
        assertProblem(other.patch("/api/opportunities/" + opened(other, own), "{\"customerId\":\"" + id + "\"}"), 422,
                "invalid-content", "customerId");
    }

    @Test
    void whatBelongsToACustomerIsWrittenByTheCustomersOwnerToo() {
        String id = registered(rep, "");
        String opportunity = opened(colleague, id);
        assertThat(rep.patch("/api/opportunities/" + opportunity, "{\"need\":\"x\"}").status()).isEqualTo(204);
        assertProblem(other.patch("/api/opportunities/" + opportunity, "{\"need\":\"x\"}"), 404);
    }

    @Test
    void aFieldThatIsNotSeenIsNotWritten() {
        RapportClient program = as(Tokens.ofProgram("rights-sync", Scope.CUSTOMERS_READ, Scope.CUSTOMERS_WRITE));
        assertProblem(program.post(CUSTOMERS, "{\"name\":\"x\",\"phone\":\"95588\"}"), 403, "field-not-yours", "phone");
        String id = registered(program, "");
        assertThat(program.patch(path(id), "{\"city\":\"x\"}").status()).isEqualTo(204);
        assertProblem(program.patch(path(id), "{\"phone\":null}"), 403, "field-not-yours", "phone");
        assertProblem(program.patch(path(id), "{\"annualRevenue\":{\"amount\":\"1\",\"currency\":\"CNY\"}}"), 403,
                "field-not-yours", "annualRevenue");
        assertProblem(program.post("/api/orders", order(id, "")), 403, "field-not-yours", "amount");
        RapportClient trusted = as(Tokens.ofProgram("rights-sync", Scope.CUSTOMERS_READ, Scope.CUSTOMERS_WRITE,
                Scope.CONTACT_DATA));
        assertThat(trusted.patch(path(id), "{\"phone\":\"95588\"}").status()).isEqualTo(204);
    }

    @Test
    void aCustomFieldIsWrittenByWhoSeesItsClass() {
        String key = "hotline" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(administrator.put("/api/custom-fields/customer/" + key,
                "{\"type\":\"text\",\"label\":{\"en\":\"Hotline\"},\"fieldClass\":\"contactData\"}").status())
                .isEqualTo(201);
        RapportClient program = as(Tokens.ofProgram("rights-sync", Scope.CUSTOMERS_READ, Scope.CUSTOMERS_WRITE));
        String custom = "{\"name\":\"x\",\"custom\":{\"%s\":\"95588\"}}".formatted(key);
        assertProblem(program.post(CUSTOMERS, custom), 403, "field-not-yours", "custom." + key);
        String id = registered(program, "");
        assertProblem(program.patch(path(id), custom), 403, "field-not-yours", "custom." + key);
        assertProblem(program.patch(path(id), "{\"custom\":null}"), 403, "field-not-yours", "custom");
        RapportClient trusted = as(Tokens.ofProgram("rights-sync", Scope.CUSTOMERS_READ, Scope.CUSTOMERS_WRITE,
                Scope.CONTACT_DATA));
        assertThat(trusted.patch(path(id), custom).status()).isEqualTo(204);
    }

    @Test
    void aProgramWithAnOwnerFilterChangesNobodyElsesRecords() {
        String mine = registered(rep, "");
        String others = registered(other, "");
        String name = "rights-erp-" + UUID.randomUUID();
        assertThat(administrator.put("/api/directory/users/" + name, "{\"displayName\":\"ERP\",\"roles\":"
                + "[\"integration\"],\"ownerFilter\":[\"/rights/east\"]}").status()).isEqualTo(201);
        RapportClient program = as(Tokens.ofProgram(name, Scope.CUSTOMERS_READ, Scope.CUSTOMERS_WRITE));

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() ->
                assertProblem(program.patch(path(others), "{\"city\":\"a\"}"), 404));
        assertThat(program.patch(path(mine), "{\"city\":\"a\"}").status()).isEqualTo(204);
        assertProblem(program.post(CUSTOMERS, "{\"name\":\"x\"}"), 403);
        assertProblem(program.post(CUSTOMERS, "{\"name\":\"x\",\"owner\":\"rights-other\"}"), 403, "assign-not-yours",
                "owner");
        assertThat(ownerOf(registered(program, ",\"owner\":\"rights-rep\""))).isEqualTo("rights-rep");
    }

    @Test
    void customersAreMergedByWhoWritesBoth() {
        String mine = registered(rep, "");
        assertProblem(rep.post(path(mine) + "/merge", from(registered(other, ""))), 422, "invalid-content", "from");
        assertThat(rep.post(path(mine) + "/merge", from(registered(other, ""))).body()).contains("customer-unknown");
        assertProblem(rep.post(path(mine) + "/merge", from(registered(colleague, ""))), 403, "record-not-yours", "from");
        String second = registered(rep, "");
        assertThat(rep.post(path(mine) + "/merge", from(second)).status()).isEqualTo(204);
        assertProblem(other.patch(path(second), "{\"name\":\"x\"}"), 404);
        assertThat(rep.post(path(mine) + "/unmerge", from(second)).status()).isEqualTo(200);
    }

    @Test
    void aBatchPassesOverWhatItsAskerMayNotChange() {
        String mine = registered(rep, "");
        String seen = registered(colleague, "");
        String hidden = registered(other, "");
        String job = jobId(rep.post(CUSTOMERS + "/batch", "{\"ids\":[\"%s\",\"%s\",\"%s\"],\"set\":{\"city\":\"x\"}}"
                .formatted(mine, seen, hidden)));
        JsonNode ended = ended(rep, job);
        assertThat(ended.get("updated").asInt()).isEqualTo(1);
        String refused = rep.get("/api/jobs/" + job + "/refused", "Accept-Language", "en").body();
        assertThat(refused.lines().filter(line -> line.contains(hidden))).singleElement().asString()
                .contains("There is no such record");
        assertThat(refused.lines().filter(line -> line.contains(seen))).singleElement().asString()
                .contains("not change it");
        String given = jobId(manager.post(CUSTOMERS + "/batch",
                "{\"ids\":[\"%s\",\"%s\"],\"assignTo\":\"rights-colleague\"}".formatted(mine, hidden)));
        assertThat(ended(manager, given).get("updated").asInt()).isEqualTo(1);
        assertThat(ownerOf(mine)).isEqualTo("rights-colleague");
        assertThat(ownerOf(hidden)).isEqualTo("rights-other");
    }

    @Test
    void anImportTouchesNothingThatIsHiddenAndWhatItBringsIsTheImporters() {
        String fresh = "公司" + UUID.randomUUID();
        String hidden = database.sql("SELECT number FROM customer_identity WHERE customer_id = ?")
                .param(registered(other, "")).query(String.class).single();
        String csv = "客户编号,客户名称,城市\n,%s,北京\n%s,甲,上海\n".formatted(fresh, hidden);
        String job = jobId(rep.upload(CUSTOMERS + "/import", "c.csv", csv.getBytes(StandardCharsets.UTF_8)));
        JsonNode ended = ended(rep, job);
        assertThat(ended.get("created").asInt()).isEqualTo(1);
        assertThat(ended.get("refused").asInt()).isEqualTo(1);
        assertThat(rep.get("/api/jobs/" + job + "/refused", "Accept-Language", "en").body())
                .as("as a customer of this number that is entered by hand").contains("belongs to another customer");
        assertThat(database.sql("""
                SELECT convert_from(payload, 'UTF8')::jsonb ->> 'owner' FROM domain_event
                WHERE payload_type = 'customer.registered' AND convert_from(payload, 'UTF8') LIKE ?""")
                .param('%' + fresh + '%').query(String.class).single()).isEqualTo("rights-rep");
    }

    @Test
    void jobsAreFollowedByWhoAskedAndByManagersOverHim() {
        String job = jobId(rep.post(CUSTOMERS + "/batch",
                "{\"ids\":[\"%s\"],\"set\":{\"city\":\"x\"}}".formatted(registered(rep, ""))));
        ended(rep, job);
        assertThat(manager.get("/api/jobs/" + job).status()).isEqualTo(200);
        assertThat(administrator.get("/api/jobs/" + job).status()).isEqualTo(200);
        assertProblem(colleague.get("/api/jobs/" + job), 404);
        assertProblem(other.get("/api/jobs/" + job + "/refused"), 404);
        assertProblem(other.post("/api/jobs/" + job + "/undo", ""), 404);
        assertThat(manager.get("/api/jobs").body()).contains(job);
        assertThat(colleague.get("/api/jobs").body()).doesNotContain(job);
    }

    @Test
    void thePastOfWhatIsHiddenIsNotTold() {
        String id = registered(rep, "");
        String past = "/internal/records/" + id + "/events?until=" + Instant.now().plusSeconds(60);
        assertThat(other.get(past).json()).isEmpty();
        assertThat(colleague.get(past).json()).hasSize(1);
    }

    @Test
    void anotherTeamOrRoleHoldsWithinSeconds() {
        String id = registered(other, "");
        assertProblem(manager.patch(path(id), "{\"city\":\"a\"}"), 404);
        inDirectory("rights-other", Role.REP, "/rights/east/shanghai");
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() ->
                assertThat(manager.patch(path(id), "{\"city\":\"b\"}").status()).isEqualTo(204));
        inDirectory("rights-other", Role.ANALYST, "/rights/north");
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() ->
                assertProblem(manager.patch(path(id), "{\"city\":\"c\"}"), 404));
        assertProblem(other.patch(path(id), "{\"city\":\"d\"}"), 403);
    }

    private String registered(RapportClient by, String more) {
        Answer answer = by.post(CUSTOMERS, "{\"name\":\"%s\"%s}".formatted(UUID.randomUUID(), more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private static String opened(RapportClient by, String customer) {
        Answer answer = by.post("/api/opportunities", "{\"name\":\"x\",\"customerId\":\"%s\"}".formatted(customer));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private static String order(String customer, String more) {
        return "{\"customerId\":\"%s\",\"orderedAt\":\"2026-01-01\",\"amount\":{\"amount\":\"1\",\"currency\":\"CNY\"}%s}"
                .formatted(customer, more);
    }

    private String ownerOf(String customer) {
        return database.sql("SELECT owner FROM customer_identity WHERE customer_id = ?").param(customer)
                .query((row, _) -> row.getString(1)).list().getFirst();
    }

    private static String jobId(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.json().get("jobId").asString();
    }

    private static JsonNode ended(RapportClient by, String job) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> by.get("/api/jobs/" + job).json(),
                state -> state.get("state").asString().equals("DONE"));
    }

    private static String from(String customer) {
        return "{\"from\":\"%s\"}".formatted(customer);
    }

    private static String path(String id) {
        return CUSTOMERS + '/' + id;
    }
}
