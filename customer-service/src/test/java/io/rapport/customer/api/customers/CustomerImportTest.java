package io.rapport.customer.api.customers;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Files in, customers out: through HTTP, on the real store. */
class CustomerImportTest extends RunningCustomerService {

    private static final String IMPORT = "/api/customers/import";

    @Autowired
    private JdbcClient database;

    private RapportClient rep;

    @BeforeEach
    void signIn() {
        rep = as(Tokens.rep());
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void theExampleTableComesInWhateverItsEncoding(String file, String encoding, String separator) throws IOException {
        byte[] table = renumbered(resource(file), Charset.forName(encoding));

        JsonNode preview = rep.upload(IMPORT + "/preview", file, table).json();
        assertThat(preview.get("encoding").stringValue()).isEqualTo(encoding);
        assertThat(preview.get("separator").stringValue()).isEqualTo(separator);
        assertThat(preview.get("rows").asInt()).isEqualTo(3);
        assertThat(preview.get("required").toString()).isEqualTo("[\"name\"]");
        assertThat(preview.get("keys").valueStream().map(JsonNode::asString)).contains("number", "name+phone");
        assertThat(preview.get("mapping").toString()).isEqualTo("""
                {"客户编号":"number","客户名称":"name","联系人姓名":"primaryContact","联系电话":"phone","电子邮件":"email",\
                "客户类型":"type","所在地区":"region","客户状态":"salesStatus","最近互动时间":"lastInteractionAt",\
                "销售机会金额":"openOpportunityAmount"}""");

        String id = imported(table, false);

        assertCounts(done(id), 3, 3, 0, 0, 0);
        assertThat(eventsOf(id)).hasSize(3).first().satisfies(event -> {
            JsonNode facts = event.get("facts");
            assertThat(event.get("salesStatus").stringValue()).isEqualTo("FOLLOWING_UP");
            assertThat(facts.get("name").stringValue()).isEqualTo("华为公司");
            assertThat(facts.get("type").stringValue()).isEqualTo("LONG_TERM");
            assertThat(facts.get("region").stringValue()).isEqualTo("北京");
            assertThat(facts.get("phone").stringValue()).isEqualTo("13800000001");
            assertThat(facts.get("openingValues").toString()).isEqualTo("""
                    {"contactName":"张三","lastInteractionAt":"2025-03-01","opportunityAmount":\
                    {"amount":"50000.00","currency":"CNY"}}""");
        });
        assertCounts(done(imported(table, false)), 3, 0, 0, 3, 0);
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("customers-s1.csv", "UTF-8", ","),
                Arguments.of("customers-s1-bom.csv", "UTF-8", ","),
                Arguments.of("customers-s1-gb18030.csv", "GB18030", ","),
                Arguments.of("customers-s1-utf16.csv", "UTF-16LE", "\t"));
    }

    @Test
    void noneOfTheRealOrganisationsIsRefusedAndTheSecondTimeNothingChanges() throws IOException {
        byte[] organisations = resource("organisations.csv");

        assertCounts(done(imported(organisations, true)), 314, 314, 0, 0, 0);
        assertCounts(done(imported(organisations, false)), 314, 314, 0, 0, 0);
        assertCounts(done(imported(organisations, false)), 314, 0, 0, 314, 0);
        assertCounts(done(imported(organisations, true)), 314, 0, 0, 314, 0);
    }

    @Test
    void onlyWhatDiffersIsRecorded() {
        rep = as(Tokens.administrator());
        String number = freeNumber();
        String csv = "客户编号,客户名称,行业,客户状态,负责人\n" + number + ",甲公司,软件,跟进中,\n";
        assertCounts(done(imported(csv)), 1, 1, 0, 0, 0);

        String second = imported(csv.replace("软件", "硬件").replace("跟进中", "已成交").replace(",\n", ",lisi\n"));

        assertCounts(done(second), 1, 0, 1, 0, 0);
        assertThat(eventsOf(second)).extracting(JsonNode::toString).containsExactly(
                "{\"changed\":{\"industry\":\"硬件\"},\"cleared\":[]}",
                "{\"from\":\"FOLLOWING_UP\",\"to\":\"CLOSED_WON\"}",
                "{\"owner\":\"lisi\"}");
    }

    @Test
    void customersEnteredByHandAreRecognisedByNameAndPhone() {
        String name = "公司" + UUID.randomUUID();
        assertThat(rep.post("/api/customers", "{\"name\":\"%s\",\"phone\":\"010-6060 6666\"}".formatted(name)).status())
                .isEqualTo(201);

        assertCounts(done(imported("客戶名稱,電話,城市\n" + name + ",01060606666,北京\n" + name + ",95588,上海\n")),
                2, 1, 1, 0, 0);
    }

    @Test
    void refusedRowsComeBackAsAFileThatCanBeMendedAndSentAgain() {
        String number = freeNumber();
        String id = imported("""
                客户编号,客户名称,联系电话,客户类型,最近互动时间,备注
                %s1,甲,13800000001,VIP客户,2025-03-01,好
                %s2,乙,123456789012345,VIP客户,2025-03-01,=1+1
                %s3,,13800000003,什么,2025-02-30,"a,b"
                %s4,丁,13800000004
                """.replace("%s", number));

        assertCounts(done(id), 4, 1, 0, 0, 3);
        Answer refused = rep.get("/api/jobs/" + id + "/refused", "Accept-Language", "zh-CN");
        assertThat(refused.header("Content-Type").orElseThrow()).startsWith("text/csv");
        List<String> lines = refused.body().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("\uFEFF客户编号,客户名称,联系电话,客户类型,最近互动时间,备注,拒绝原因");
        assertThat(lines.get(1)).startsWith(number + "2,乙,123456789012345,VIP客户,2025-03-01,'=1+1,第 3 行：联系电话: ");
        assertThat(lines.get(2)).startsWith(number + "3,,13800000003,什么,2025-02-30,\"a,b\",")
                .contains("客户名称: ", "客户类型: ", "最近互动时间: ");
        assertThat(lines.get(3)).startsWith(number + "4,丁,13800000004,,,,第 5 行：");

        String mended = refused.body().replace("123456789012345", "13800000002");
        assertCounts(done(imported(mended)), 3, 2, 0, 0, 1);
    }

    @Test
    void jobsAreListedNewestFirstToWhoAskedForThemAndToAdministrators() {
        String first = imported("客户名称\n" + UUID.randomUUID() + "\n");
        String second = imported("客户名称\n" + UUID.randomUUID() + "\n");
        done(first);
        done(second);

        JsonNode newest = rep.get("/api/jobs?size=1").json();
        assertThat(newest.at("/items/0/id").asString()).isEqualTo(second);
        assertThat(newest.at("/items/0/recordKind").asString()).isEqualTo("customer");
        assertThat(newest.at("/items/0/creator").asString()).isEqualTo("zhangsan");
        assertThat(newest.at("/items/0/state").asString()).isEqualTo("DONE");
        String cursor = newest.get("nextCursor").asString();
        assertThat(rep.get("/api/jobs?size=1&cursor=" + cursor).json().at("/items/0/id").asString()).isEqualTo(first);

        assertThat(ids(as(Tokens.administrator()).get("/api/jobs"))).contains(first, second);
        assertThat(ids(as(Tokens.of(Role.REP, "lisi", "/north/beijing")).get("/api/jobs"))).doesNotContain(first, second);
        assertProblem(rep.get("/api/jobs?size=0"), 400);
        assertProblem(rep.get("/api/jobs?cursor=nothing"), 400);
        assertThat(as(null).get("/api/jobs").status()).isEqualTo(401);
    }

    private static List<String> ids(Answer list) {
        return list.json().get("items").valueStream().map(job -> job.get("id").asString()).toList();
    }

    @Test
    void aJobExistsForItsCreatorAndForAdministratorsOnly() {
        String id = imported("客户名称\n" + UUID.randomUUID() + "\n");

        assertThat(id).startsWith("customer-");
        Answer seen = as(Tokens.administrator()).get("/api/jobs/" + id);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Data-Lag")).contains("0");
        RapportClient other = as(Tokens.of(Role.REP, "lisi", "/north/beijing"));
        assertProblem(other.get("/api/jobs/" + id), 404);
        assertProblem(other.get("/api/jobs/" + id + "/refused"), 404);
        assertProblem(other.post("/api/jobs/" + id + "/stop", ""), 404);
        assertProblem(rep.get("/api/jobs/customer-" + UUID.randomUUID()), 404);
        assertThat(as(null).get("/api/jobs/" + id).status()).isEqualTo(401);
        assertThat(as(Tokens.analyst()).upload(IMPORT, "a.csv", "客户名称\nA\n".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(403);
    }

    @Test
    void theSameKeyIsTheSameJob() {
        byte[] csv = ("客户名称\n" + UUID.randomUUID() + "\n").getBytes(StandardCharsets.UTF_8);
        String key = UUID.randomUUID().toString();

        String first = jobId(rep.upload(IMPORT, "a.csv", csv, "Idempotency-Key", key));

        assertThat(jobId(rep.upload(IMPORT, "a.csv", csv, "Idempotency-Key", key))).isEqualTo(first);
        assertProblem(rep.upload(IMPORT, "a.csv", "客户名称\nX\n".getBytes(StandardCharsets.UTF_8), "Idempotency-Key", key),
                422, "invalid-content", "Idempotency-Key");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsRefusedAsAWhole(byte[] file, String code) {
        Answer answer = rep.upload(IMPORT, "customers.csv", file, "Accept-Language", "zh-CN");

        assertProblem(answer, 422, "invalid-content", code.startsWith("mapping") ? "mapping" : "file");
        assertThat(answer.json().get("errors").get(0).get("code").stringValue()).isEqualTo(code);
        assertThat(answer.json().get("errors").get(0).get("message").stringValue()).doesNotContain("{", code);
    }

    static Stream<Arguments> unreadable() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }
        byte[] junk = new byte[5000];
        ThreadLocalRandom.current().nextBytes(junk);
        junk[0] = 0;
        return Stream.of(
                Arguments.of(new byte[0], "file-empty"),
                Arguments.of(zip.toByteArray(), "file-is-archive"),
                Arguments.of(junk, "file-not-text"),
                Arguments.of(text("客户名称,电话\n甲,1\0\n"), "csv-nul"),
                Arguments.of(text("客户名称,电话\n甲,\"1\n乙,2\n"), "csv-quote-unclosed"),
                Arguments.of(text("客户名称,客户名称\n甲,乙\n"), "csv-duplicate-header"),
                Arguments.of(text("001,华为公司\n002,腾讯公司\n"), "import-no-known-header"),
                Arguments.of(text("电话\n1\n"), "mapping-required-missing"),
                Arguments.of(text("x,".repeat(2_000_000)), "csv-too-many-columns"));
    }

    @Test
    void theMappingCanBeChanged() {
        String number = freeNumber();
        String csv = "编码,单位,客户名称\n" + number + ",正确的名字,别名\n";

        String id = jobId(uploadWithMapping(csv, "{\"编码\":\"number\",\"单位\":\"name\",\"客户名称\":null}"));

        assertCounts(done(id), 1, 1, 0, 0, 0);
        assertThat(eventsOf(id).getFirst().get("facts").get("name").stringValue()).isEqualTo("正确的名字");
        assertProblem(uploadWithMapping(csv, "{\"单位\":\"nonsense\"}"), 422, "invalid-content", "mapping");
        assertThat(uploadWithMapping(csv, "{}", "; filename=\"mapping.json\"").status()).isEqualTo(202);
        assertProblem(uploadWithMapping(csv, "[1]"), 400);
        assertProblem(uploadWithMapping(csv, "{\"单位\":7}"), 400);
        assertProblem(rep.send("POST", IMPORT, "application/json", text("{}")), 415);
    }

    @Test
    void theUserChoosesWhatRowsAreRecognisedBy() {
        String phone = "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        String csv = "客户名称,电话,邮箱,城市\n甲" + phone + "," + phone + ",,北京\n";
        assertCounts(done(imported(csv)), 1, 1, 0, 0, 0);

        String renamed = "客户名称,电话,城市\n乙" + phone + ",+86 " + phone + ",上海\n丙,,\n";
        assertCounts(done(importedBy("phone", renamed)), 2, 0, 1, 0, 1);
        assertCounts(done(importedBy("name", renamed.replace("丙,,\n", "").replace("+86 " + phone, "010-12345678"))),
                1, 0, 1, 0, 0);
        assertCounts(done(importedBy("name%2Bphone", "客户名称,电话\n乙" + phone + "," + phone + "\n")), 1, 1, 0, 0, 0);
        assertCounts(done(importedBy("number", csv)), 1, 0, 0, 0, 1);
        assertProblem(rep.upload(IMPORT + "?key=colour", "a.csv", text(csv)), 422, "invalid-content", "key");
    }

    @Test
    void theIdInAnotherSystemRecognisesACustomer() {
        String key = "erp" + ThreadLocalRandom.current().nextInt(1_000_000);
        assertThat(as(Tokens.administrator()).put("/api/custom-fields/customer/" + key,
                "{\"type\":\"text\",\"label\":{\"en\":\"ERP id\"}}").status()).isEqualTo(201);
        String name = "外部" + key;
        String csv = "客户名称,%s,城市\n%s甲,A-1,北京\n%s乙,A-2,北京\n%s丙,,北京\n".formatted(key, name, name, name);

        assertCounts(done(importedBy("custom." + key, csv)), 3, 2, 0, 0, 1);
        assertCounts(done(importedBy("custom." + key, csv)), 3, 0, 0, 2, 1);
        assertCounts(done(importedBy("custom." + key, csv.replace("甲", "丁").replace("北京", "上海"))), 3, 0, 2, 0, 1);
    }

    private String importedBy(String key, String csv) {
        return jobId(rep.upload(IMPORT + "?key=" + key, "customers.csv", text(csv)));
    }

    private Answer uploadWithMapping(String csv, String mapping) {
        return uploadWithMapping(csv, mapping, "");
    }

    private Answer uploadWithMapping(String csv, String mapping, String fileName) {
        String boundary = UUID.randomUUID().toString();
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"mapping\"" + fileName + "\r\n"
                + "Content-Type: application/json\r\n\r\n" + mapping + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + csv
                + "\r\n--" + boundary + "--\r\n";
        return rep.send("POST", IMPORT, "multipart/form-data; boundary=" + boundary, text(body));
    }

    private String imported(String csv) {
        return imported(text(csv), false);
    }

    private String imported(byte[] file, boolean dryRun) {
        return jobId(rep.upload(IMPORT + "?dryRun=" + dryRun, "customers.csv", file));
    }

    private static String jobId(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        String id = answer.json().get("jobId").stringValue();
        assertThat(answer.header("Location")).contains("/api/jobs/" + id);
        return id;
    }

    private JsonNode done(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> rep.get("/api/jobs/" + id).json(), job -> "DONE".equals(job.get("state").stringValue()));
    }

    private static void assertCounts(JsonNode job, int total, int created, int updated, int unchanged, int refused) {
        assertThat(Stream.of("total", "done", "created", "updated", "unchanged", "refused", "etaSeconds")
                .map(count -> job.get(count).asInt()))
                .as(job.toString()).containsExactly(total, total, created, updated, unchanged, refused, 0);
        assertThat(job.get("undoUntil").isNull())
                .isEqualTo(job.get("dryRun").booleanValue() || created + updated == 0);
    }

    /** Payloads of all events of a job, in the order of recording. */
    private List<JsonNode> eventsOf(String jobId) {
        JsonMapper json = JsonMapper.shared();
        return database.sql("""
                SELECT convert_from(payload, 'UTF8') FROM domain_event
                WHERE convert_from(meta_data, 'UTF8') LIKE ? ORDER BY global_index""")
                .param("%import " + jobId + " row %").query(String.class).list().stream().map(json::readTree).toList();
    }

    private static byte[] renumbered(byte[] table, Charset charset) {
        String free = freeNumber();
        return new String(table, charset).replaceAll("(?m)^(00[123])(?=[,\t])", free + "$1").getBytes(charset);
    }

    private static String freeNumber() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L));
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream bytes = CustomerImportTest.class.getResourceAsStream("/imports/" + name)) {
            return bytes.readAllBytes();
        }
    }
}
