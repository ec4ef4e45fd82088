package io.rapport.customer.api.rights;

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
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What files tell whom: of what the sender does not see, no more than of what there is not. */
class ImportRightsTest extends RunningCustomerService {

    @Autowired
    private JdbcClient database;
    private RapportClient rep;
    private RapportClient colleague;
    private RapportClient manager;
    private RapportClient other;
    private RapportClient administrator;

    @BeforeEach
    void people() {
        inDirectory("files-rep", Role.REP, "/files/east/shanghai");
        inDirectory("files-colleague", Role.REP, "/files/east/shanghai");
        inDirectory("files-manager", Role.MANAGER, "/files/east");
        inDirectory("files-other", Role.REP, "/files/north");
        rep = as(Tokens.of(Role.REP, "files-rep", null));
        colleague = as(Tokens.of(Role.REP, "files-colleague", null));
        manager = as(Tokens.of(Role.MANAGER, "files-manager", null));
        other = as(Tokens.of(Role.REP, "files-other", null));
        administrator = as(Tokens.administrator());
    }

    @Test
    void salesThatNameAHiddenCustomerAreAnsweredAsThoseThatNameNone() {
        String name = "公司" + UUID.randomUUID();
        JsonNode hidden = entered(other, "customers", "{\"name\":\"%s\"}".formatted(name));
        String id = hidden.get("id").asString();
        String number = hidden.get("number").asString();
        entered(other, "opportunities", "{\"name\":\"服务器\",\"customerId\":\"%s\"}".formatted(id));
        entered(other, "orders", """
                {"customerId":"%s","orderedAt":"2026-03-01","amount":{"amount":"7","currency":"CNY"}}""".formatted(id));

        for (String[] kind : new String[][] {{"opportunities", "商机名称", "服务器"}, {"orders", "下单日期", "2026-03-01"}}) {
            String head = kind[1] + ",金额,客户名称,客户编号,客户ID\n" + kind[2] + ",7,";
            assertSameAnswer(kind[0], head + name + ",,\n", head + name + "x,,\n");
            assertSameAnswer(kind[0], head + "," + number + ",\n", head + ",77777777,\n");
            assertSameAnswer(kind[0], head + ",," + id + "\n", head + ",," + UUID.randomUUID() + "\n");
        }
    }

    @Test
    void recordsThatAreHiddenAreNotRecognised() {
        String key = "erp" + UUID.randomUUID().toString().replace("-", "");
        for (String kind : new String[] {"customer", "opportunity", "order"}) {
            assertThat(administrator.put("/api/custom-fields/" + kind + '/' + key,
                    "{\"type\":\"text\",\"label\":{\"en\":\"%s\"}}".formatted(key)).status()).isEqualTo(201);
        }
        String custom = "\"custom\":{\"%s\":\"hidden\"}".formatted(key);
        String name = "公司" + UUID.randomUUID();
        String hidden = entered(other, "customers",
                "{\"name\":\"%s\",\"phone\":\"13800000001\",%s}".formatted(name, custom)).get("id").asString();
        entered(other, "opportunities", "{\"name\":\"x\",\"customerId\":\"%s\",%s}".formatted(hidden, custom));
        entered(other, "orders", "{\"customerId\":\"%s\",\"orderedAt\":\"2026-03-01\",\"amount\":{\"amount\":\"7\","
                .formatted(hidden) + "\"currency\":\"CNY\"}," + custom + '}');
        String own = entered(rep, "customers", "{\"name\":\"own\"}").get("id").asString();
        String recognised = "?key=custom." + key;

        assertSameAnswer("customers", "客户名称,电话\n%s,13800000001\n".formatted(name), "客户名称,电话\n新,13800000001\n");
        assertSameAnswer("customers" + recognised, "客户名称,%s\n甲,hidden\n".formatted(key),
                "客户名称,%s\n甲,unknown\n".formatted(key));
        assertSameAnswer("opportunities" + recognised, "商机名称,客户ID,%s\na,%s,hidden\n".formatted(key, own),
                "商机名称,客户ID,%s\na,%s,unknown\n".formatted(key, own));
        assertSameAnswer("orders" + recognised, "下单日期,金额,客户ID,%s\n2026-03-01,7,%s,hidden\n".formatted(key, own),
                "下单日期,金额,客户ID,%s\n2026-03-01,7,%s,unknown\n".formatted(key, own));
        assertThat(database.sql("SELECT count(*) FROM domain_event WHERE aggregate_identifier = ?").param(hidden)
                .query(Integer.class).single()).isOne();
    }

    @Test
    void aDryRunTellsEachFollowerWhatHeMaySeeOfTheRecords() {
        JsonNode entered = entered(rep, "customers", """
                {"name":"甲公司","phone":"13800000001","city":"北京","tags":["a"],
                 "annualRevenue":{"amount":"1.00","currency":"CNY"}}""");
        String customer = entered.get("id").asString();
        String csv = "客户编号,客户名称,电话,城市,年营业额,标签\n%s,甲公司,13900000002,上海,2,a\n".formatted(entered.get("number").asString());
        String job = imported(rep, "customers?dryRun=true", csv);
        String changes = "/api/jobs/" + job + "/changes";

        assertThat(rep.get(changes).json().toString()).isEqualTo("""
                {"items":[{"line":2,"recordId":"%s","number":"%s","name":"甲公司","fields":[\
                {"field":"annualRevenue","old":{"amount":"1.00","currency":"CNY"},"new":{"amount":"2.00","currency":"CNY"}},\
                {"field":"city","old":"北京","new":"上海"},\
                {"field":"phone","old":"13800000001","new":"13900000002"}]}],"nextCursor":null}"""
                .formatted(customer, entered.get("number").asString()));
        assertThat(manager.get(changes).json().toString()).contains("13800000001");
        assertProblem(colleague.get(changes), 404);
        assertProblem(rep.get(changes + "?size=201"), 400, "jobs-size-invalid", "size");
        assertProblem(rep.get(changes + "?cursor=x"), 400, "jobs-cursor-invalid", "cursor");
        assertThat(rep.get(changes + "?cursor=2").json().get("items")).isEmpty();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(administrator.get(
                "/api/admin/trail?action=CONTACT_DATA_SHOWN&who=files-rep&record=" + customer).json().get("items"))
                .hasSize(1));

        given("customers/" + customer, "files-colleague");
        assertThat(rep.get(changes).json().at("/items/0/fields").toString()).isEqualTo("""
                [{"field":"city","old":"北京","new":"上海"},\
                {"field":"phone","old":"138****0001","new":"139****0002"}]""");
        given("customers/" + customer, "files-other");
        assertThat(rep.get(changes).json().get("items")).isEmpty();
    }

    @Test
    void aFieldWithAHiddenPartIsHiddenWhole() {
        String customer = entered(rep, "customers", "{\"name\":\"甲\"}").get("id").asString();
        String number = "SO-" + UUID.randomUUID();
        String order = entered(rep, "orders", """
                {"number":"%s","customerId":"%s","orderedAt":"2026-03-01","contract":"C1",
                 "lines":[{"product":"a","amount":{"amount":"7","currency":"CNY"}}]}""".formatted(number, customer))
                .get("id").asString();
        String changes = "/api/jobs/" + imported(rep, "orders?dryRun=true",
                "订单编号,合同,产品,金额\n%s,C2,a,9\n".formatted(number)) + "/changes";

        assertThat(rep.get(changes).json().at("/items/0/fields").valueStream().map(field -> field.get("field").asString()))
                .containsExactly("contract", "lines", "amount");
        given("customers/" + customer, "files-colleague");
        given("orders/" + order, "files-colleague");
        assertThat(rep.get(changes).json().at("/items/0/fields").toString())
                .isEqualTo("[{\"field\":\"contract\",\"old\":\"C1\",\"new\":\"C2\"}]");
    }

    @Test
    void whoFollowsAnothersImportSeesOfItsCellsWhatHeSeesOfRecords() {
        String job = imported(rep, "customers?dryRun=true", "客户名称,电话,城市,备忘\n,13800000001,北京,秘密\n");
        String refused = "/api/jobs/" + job + "/refused";
        String table = administrator.get("/api/rights").body();

        assertThat(manager.get(refused).body()).contains("13800000001", "秘密");
        JsonNode less = administrator.get("/api/rights").json();
        ((ObjectNode) less.at("/table/manager/fieldClasses/contactData")).put("full", "none").put("masked", "tree");
        settled(less.toString());
        try {
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() ->
                    assertThat(manager.get(refused).body()).contains("北京", "***").doesNotContain("13800000001", "秘密"));
            assertThat(rep.get(refused).body()).contains("13800000001", "秘密");
        } finally {
            settled(table);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> manager.get(refused).body().contains("13800000001"));
    }

    private void settled(String table) {
        Answer now = administrator.get("/api/rights");
        assertThat(now.header("ETag").map(version -> administrator.put("/api/rights", table, "If-Match", version))
                .orElseGet(() -> administrator.put("/api/rights", table)).status()).isIn(201, 204);
    }

    private void given(String record, String owner) {
        assertThat(administrator.patch("/api/" + record, "{\"owner\":\"%s\"}".formatted(owner)).status())
                .isEqualTo(204);
    }

    private void assertSameAnswer(String path, String hidden, String unknown) {
        for (String dryRun : new String[] {"true", "false"}) {
            String imports = path + (path.contains("?") ? '&' : '?') + "dryRun=" + dryRun;
            assertThat(answer(imports, hidden)).as(imports + '\n' + hidden).isEqualTo(answer(imports, unknown));
        }
    }

    /** What becomes of the only row of a file, and why. */
    private String answer(String path, String csv) {
        String job = imported(rep, path, csv);
        JsonNode state = rep.get("/api/jobs/" + job).json();
        String cells = csv.lines().skip(1).findFirst().orElseThrow() + ',';
        return "created %s updated %s unchanged %s refused %s changes %s: %s".formatted(state.get("created"),
                state.get("updated"), state.get("unchanged"), state.get("refused"),
                rep.get("/api/jobs/" + job + "/changes").json().get("items"),
                rep.get("/api/jobs/" + job + "/refused", "Accept-Language", "en").body().lines().skip(1)
                        .map(line -> line.replace(cells, "")).toList());
    }

    private static String imported(RapportClient by, String path, String csv) {
        int query = path.indexOf('?');
        Answer answer = by.upload("/api/" + path.substring(0, query) + "/import" + path.substring(query), "t.csv",
                csv.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        String job = answer.json().get("jobId").asString();
        await().atMost(Duration.ofSeconds(20)).until(() -> by.get("/api/jobs/" + job).json().get("state").asString(),
                "DONE"::equals);
        return job;
    }

    private static JsonNode entered(RapportClient by, String collection, String json) {
        Answer answer = by.post("/api/" + collection, json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }
}
