package io.rapport.customer.api.trail;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.RunningCustomerService;
import io.rapport.eventstore.audit.FurtherAudit;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Acts are noted before they happen, and administrators find them. */
class TrailApiTest extends RunningCustomerService {

    private static final String TRAIL = "/api/admin/trail";

    @Autowired ConfigurableEnvironment environment;
    @Autowired JdbcTemplate jdbc;

    /** Nobody else has this name. */
    private final String user = "u" + UUID.randomUUID().toString().replace("-", "");
    private RapportClient manager;

    @BeforeEach
    void signIn() {
        manager = as(Tokens.of(Role.ADMINISTRATOR, user, null));
    }

    @Test
    void mergesAreNotedWithBothRecordsAndRefusedOnesAreNot() {
        String survivor = registered();
        String absorbed = registered();
        String body = "{\"from\":\"" + absorbed + "\"}";
        assertThat(manager.post("/api/customers/" + survivor + "/merge", body, "X-Correlation-Id", user).status())
                .isEqualTo(204);
        assertThat(manager.post("/api/customers/" + survivor + "/unmerge", body).status()).isEqualTo(200);
        manager.post("/api/customers/" + survivor + "/tell-apart", body);
        assertProblem(manager.post("/api/customers/" + survivor + "/merge", "{\"from\":\"13800000001\"}"), 422);
        assertProblem(manager.post("/api/customers/" + survivor + "/merge", body, "If-Match", "\"1\""), 412);
        assertProblem(manager.post("/api/customers/" + survivor + "/approve", ""), 409);
        for (int i = 0; i < 2; i++) {
            assertThat(manager.post("/api/customers/" + survivor + "/merge", body, "Idempotency-Key", user).status())
                    .isEqualTo(204);
        }

        List<JsonNode> noted = noted("who=" + user, 4);

        assertThat(noted).extracting(entry -> entry.get("action").asString())
                .containsExactly("MERGED", "TOLD_APART", "UNMERGED", "MERGED");
        JsonNode first = noted.getLast();
        assertThat(first.get("who").asString()).isEqualTo(user);
        assertThat(first.get("kind").asString()).isEqualTo("customer");
        assertThat(first.get("requestId").asString()).isEqualTo(user);
        assertThat(first.get("records")).extracting(JsonNode::asString).containsExactly(survivor, absorbed);
        assertThat(first.get("hash").asString()).hasSize(64);
        assertThat(noted("record=" + absorbed, 4)).hasSize(4);
        assertThat(noted("record=" + survivor + "&action=UNMERGED", 1)).hasSize(1);
    }

    @Test
    void refusalsAreNotedAndAFloodIsNot() {
        RapportClient analyst = as(Tokens.of(Role.ANALYST, user, null));
        for (int i = 0; i < 30; i++) {
            assertProblem(analyst.post("/api/customers", "{}"), 403);
        }
        assertProblem(analyst.get(TRAIL + "?who=13800000001"), 403);

        List<JsonNode> noted = noted("who=" + user + "&action=REFUSED", 10);

        assertThat(noted).hasSize(10).allSatisfy(entry -> {
            assertThat(entry.get("details").get("path").asString()).isEqualTo("/api/customers");
            assertThat(entry.get("details").get("code").asString()).isEqualTo("scope-missing");
        });
    }

    @Test
    void changesOfRightsUsersAndTeamsAreNoted() {
        String team = "/api/directory/teams/" + URLEncoder.encode("华东" + user, StandardCharsets.UTF_8);
        String person = "/api/directory/users/" + user + "x";
        assertThat(manager.put(team, "{\"label\":{\"en\":\"x\"}}").status()).isEqualTo(201);
        assertThat(manager.put(person, "{\"displayName\":\"x\",\"roles\":[\"rep\"]}").status()).isEqualTo(201);
        String table = manager.get("/api/rights").body();
        assertProblem(settled(table.replace("\"read\":\"team\"", "\"read\":\"far\"")), 422);
        assertThat(settled(table.replace("\"exportRowsADay\":1000", "\"exportRowsADay\":999")).status()).isIn(201, 204);
        assertThat(settled(table).status()).isEqualTo(204);
        assertThat(settled(table).status()).as("nothing changes").isEqualTo(204);
        assertProblem(manager.put(person, "{\"displayName\":\"x\",\"roles\":[\"king\"]}", "If-Match", "\"1\""), 422);
        assertThat(manager.delete(team, "If-Match", "\"1\"").status()).isEqualTo(204);

        List<JsonNode> noted = noted("who=" + user, 5);

        assertThat(noted).extracting(entry -> entry.get("action").asString() + ' ' + entry.at("/records/0").asString())
                .containsExactly("DIRECTORY_CHANGED team:/华东" + user, "RIGHTS_CHANGED rights:table",
                        "RIGHTS_CHANGED rights:table", "DIRECTORY_CHANGED user:" + user + "x",
                        "DIRECTORY_CHANGED team:/华东" + user);
    }

    private Answer settled(String table) {
        return manager.get("/api/rights").header("ETag")
                .map(version -> manager.put("/api/rights", table, "If-Match", version))
                .orElseGet(() -> manager.put("/api/rights", table));
    }

    @Test
    void pagesFollowOneAnother() {
        String customer = registered();
        for (int i = 0; i < 5; i++) {
            toldApart(customer);
        }
        noted("who=" + user, 5);

        List<Long> sequences = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = manager.get(TRAIL + "?size=2&who=" + user + cursor).json();
            page.get("items").forEach(entry -> sequences.add(entry.get("sequence").asLong()));
            cursor = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : null;
        }

        assertThat(sequences).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(manager.get(TRAIL + "?who=" + user + "&to=2020-01-01T00:00:00Z").json().get("items")).isEmpty();
        assertThat(manager.get(TRAIL + "?who=" + user + "&from=2020-01-01T00:00:00Z").json().get("items")).hasSize(5);
    }

    @Test
    void badQuestionsAreRefused() {
        assertProblem(as(Tokens.rep()).get(TRAIL), 403);
        assertProblem(manager.get(TRAIL + "?size=201"), 400);
        assertProblem(manager.get(TRAIL + "?cursor=x"), 400);
        assertProblem(manager.get(TRAIL + "?from=yesterday"), 400);
        assertProblem(manager.get(TRAIL + "?who=%00"), 400);
    }

    @Test
    void theAuditNamesWhatWasTamperedWith() {
        toldApart(registered());
        long sequence = noted("who=" + user, 1).getFirst().get("sequence").asLong();
        assertThat(audit().get("ok").asBoolean()).isTrue();

        tamper("UPDATE trail_entry SET who = 'nobody' WHERE sequence = " + sequence);
        JsonNode report = audit();
        tamper("UPDATE trail_entry SET who = '" + user + "' WHERE sequence = " + sequence);

        assertThat(report.get("ok").asBoolean()).isFalse();
        assertThat(report.at("/findings/0/sequence").asLong()).isEqualTo(sequence);
        assertThat(report.at("/findings/0/kind").asString()).isEqualTo("ALTERED");
        assertThat(audit().get("ok").asBoolean()).isTrue();
    }

    private JsonNode audit() {
        FurtherAudit audit = SpringFactoriesLoader.loadFactories(FurtherAudit.class, null).getFirst();
        return JsonMapper.shared().valueToTree(audit.run(environment, jdbc));
    }

    private void tamper(String statement) {
        jdbc.execute("SET session_replication_role = replica; " + statement + "; RESET session_replication_role");
    }

    /** Entries that are found, newest first, as soon as there are so many. */
    private List<JsonNode> noted(String query, int count) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> {
            Answer answer = as(Tokens.administrator()).get(TRAIL + "?" + query);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            List<JsonNode> items = new ArrayList<>();
            answer.json().get("items").forEach(items::add);
            return items;
        }, items -> items.size() >= count);
    }

    /** An act that is noted. */
    private void toldApart(String customer) {
        assertThat(manager.post("/api/customers/" + customer + "/tell-apart", "{\"from\":\"" + registered() + "\"}")
                .status()).isEqualTo(204);
    }

    private String registered() {
        return manager.post("/api/customers", "{\"name\":\"" + UUID.randomUUID() + "\"}").json().get("id").asString();
    }
}
