package io.rapport.customer.api;

import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Opportunities and orders from files, changed in batches and taken back: through HTTP, on the real store. */
class SalesImportTest extends RunningCustomerService {

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @Autowired
    private JdbcClient database;

    private RapportClient rep;
    private String company;
    private String customer;
    private String customerNumber;

    @BeforeEach
    void aCustomer() {
        rep = as(Tokens.rep());
        company = "公司" + UUID.randomUUID();
        JsonNode registered = rep.post("/api/customers", "{\"name\":\"%s\"}".formatted(company)).json();
        customer = registered.get("id").stringValue();
        customerNumber = registered.get("number").stringValue();
    }

    @Test
    void opportunitiesComeInOnceAndFindTheirCustomerByIdNumberOrName() {
        String csv = """
                商机名称,客户名称,客户编号,客户ID,金额,阶段,概率,预计成交日期,标签
                服务器,%1$s,,,50000,报价,40%%,2027-01-31,大单
                交换机,,%2$s,,"¥1,200.50",,,,
                路由器,,,%3$s,,谈判,60,,
                打印机,没有这家公司,,,1,,,,
                扫描仪,%1$s,,,x,不知道,140,明天,
                """.formatted(company, customerNumber, customer);

        String first = imported("/api/opportunities/import", csv);
        assertCounts(ended(first, "DONE"), 5, 3, 0, 0, 2);
        assertThat(eventsOf("opportunity", first)).first().satisfies(opened -> {
            assertThat(opened.get("stage").stringValue()).isEqualTo("QUOTATION");
            assertThat(opened.get("facts").get("customerId").stringValue()).isEqualTo(customer);
            assertThat(opened.get("facts").get("probability").asInt()).isEqualTo(40);
        });
        assertThat(rep.get("/api/jobs/" + first + "/refused").body())
                .contains("没有这家公司").contains("金额: ").contains("阶段: ").contains("概率: ")
                .contains("预计成交日期: ");

        assertCounts(ended(imported("/api/opportunities/import", csv), "DONE"), 5, 0, 0, 3, 2);
        String changing = imported("/api/opportunities/import", csv.replace("50000", "60000").replace("报价", "谈判"));
        assertCounts(ended(changing, "DONE"), 5, 0, 1, 2, 2);

        ended(jobId(rep.post("/api/jobs/" + changing + "/undo", "")), "DONE");
        assertCounts(ended(imported("/api/opportunities/import", csv), "DONE"), 5, 0, 0, 3, 2);

        ended(jobId(rep.post("/api/jobs/" + first + "/undo", "")), "DONE");
        assertThat(ended(first, "UNDONE").get("undoneBy").isNull()).isFalse();
    }

    @Test
    void ordersComeInOnceByTheirNumbers() {
        String number = "A-" + UUID.randomUUID().toString().substring(0, 8);
        String csv = """
                订单号,客户名称,下单日期,产品,数量,单价,金额
                %1$s,%2$s,2026-03-01,服务器,2,25000,
                %1$s-2,%2$s,2026-03-02,,,,880.00
                ,%2$s,2026-03-02,,,,1
                %1$s-3,%2$s,2026-03-02,电脑,many,x,1
                """.formatted(number, company);

        String job = imported("/api/orders/import", csv);
        assertCounts(ended(job, "DONE"), 4, 3, 0, 0, 1);
        assertThat(eventsOf("order", job)).first().satisfies(placed -> {
            assertThat(placed.get("facts").get("customerId").stringValue()).isEqualTo(customer);
            assertThat(placed.get("facts").get("amount").toString())
                    .isEqualTo("{\"amount\":\"50000.00\",\"currency\":\"CNY\"}");
        });
        assertCounts(ended(imported("/api/orders/import", csv.toLowerCase()), "DONE"), 4, 0, 0, 3, 1);

        ended(jobId(rep.post("/api/jobs/" + job + "/undo", "")), "DONE");
        assertCounts(ended(imported("/api/orders/import", csv), "DONE"), 4, 3, 0, 0, 1);
    }

    @Test
    void rowsOfTheSameNumberAreTheLinesOfOneOrder() {
        String number = "M-" + UUID.randomUUID().toString().substring(0, 8);
        String csv = """
                订单号,客户名称,下单日期,产品,数量,单价,金额,备注
                %1$s,%2$s,2026-03-01,服务器,2,25000,,
                %1$s,,,维护,1,,999.50,急
                %1$s-2,%2$s,2026-03-02,电脑,1,100,,
                %1$s-2,%2$s,2026-03-05,鼠标,1,10,,
                %1$s-3,%2$s,2026-03-02,电脑,1,100,,
                %1$s-3,%2$s,2026-03-02,鼠标,x,10,,
                %1$s,%2$s,2026-03-01,键盘,1,1,,
                """.formatted(number, company);

        String job = imported("/api/orders/import", csv);
        assertCounts(ended(job, "DONE"), 7, 2, 0, 0, 5);
        assertThat(eventsOf("order", job)).singleElement().satisfies(placed -> {
            assertThat(placed.at("/facts/lines")).hasSize(2);
            assertThat(placed.at("/facts/lines/1/amount/amount").stringValue()).isEqualTo("999.50");
            assertThat(placed.at("/facts/amount/amount").stringValue()).isEqualTo("50999.50");
            assertThat(placed.at("/facts/note").stringValue()).isEqualTo("急");
        });
        assertThat(rep.get("/api/jobs/" + job + "/refused", "Accept-Language", "en").body())
                .contains("下单日期: The rows of this order contradict each other")
                .contains("Refused together with line 7").contains("数量: ").contains("Line 2 is about the same record");

        assertCounts(ended(imported("/api/orders/import", csv), "DONE"), 7, 0, 0, 2, 5);
        assertCounts(ended(imported("/api/orders/import", csv.replace("999.50", "1000")), "DONE"), 7, 0, 2, 0, 5);
    }

    @Test
    void aWorkbookBringsTheSameAsText() throws IOException {
        String number = "X-" + UUID.randomUUID().toString().substring(0, 8);
        byte[] workbook = workbook(List.of(List.of("订单号", "客户名称", "下单日期", "产品", "数量", "单价"),
                List.of(number, company, "2026-03-01", "服务器", "2", "25000"),
                List.of(number, "", "", "=1+1", "1", "0.50"),
                List.of("", company, "someday", "", "", "")));

        String job = jobId(rep.upload("/api/orders/import", "orders.xlsx", workbook));
        assertCounts(ended(job, "DONE"), 3, 2, 0, 0, 1);
        assertThat(eventsOf("order", job)).singleElement().satisfies(placed -> {
            assertThat(placed.at("/facts/lines/1/product").stringValue()).isEqualTo("=1+1");
            assertThat(placed.at("/facts/amount/amount").stringValue()).isEqualTo("50000.50");
        });
        assertCounts(ended(jobId(rep.upload("/api/orders/import", "orders.xlsx", workbook)), "DONE"), 3, 0, 0, 2, 1);
        ended(jobId(rep.post("/api/jobs/" + job + "/undo", "")), "DONE");
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            sheet.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.append("<c r=\"").append((char) ('A' + column)).append(row + 1)
                        .append("\" t=\"inlineStr\"><is><t>").append(rows.get(row).get(column)).append("</t></is></c>");
            }
            sheet.append("</row>");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        parts.put("_rels/.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"" + RELATION
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put("xl/workbook.xml", "<workbook xmlns:r=\"" + RELATION + "\">"
                + "<sheets><sheet name=\"Orders\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" "
                + "Type=\"" + RELATION + "/worksheet\" "
                + "Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", sheet.append("</sheetData></worksheet>").toString());
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                entries.putNextEntry(new ZipEntry(part.getKey()));
                entries.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip.toByteArray();
    }

    @Test
    void whatWasMergedIsTakenForTheOneThatAnswers() {
        String other = "公司" + UUID.randomUUID();
        JsonNode merged = rep.post("/api/customers", "{\"name\":\"%s\"}".formatted(other)).json();
        String csv = "商机名称,客户名称,金额\n服务器,%s,1\n".formatted(other);
        ended(imported("/api/opportunities/import", csv), "DONE");
        assertThat(rep.post("/api/customers/" + customer + "/merge",
                "{\"from\":\"%s\"}".formatted(merged.get("id").stringValue())).status()).isLessThan(300);

        String customers = imported("/api/customers/import", "客户编号,客户名称,城市\n%s,%s,苏州\n"
                .formatted(merged.get("number").stringValue(), other));
        assertThat(ended(customers, "DONE").get("noted").asInt()).isEqualTo(1);
        assertThat(lastEvents(customer, 1)).first().asString().contains("苏州").doesNotContain(other);
        assertThat(rep.get("/api/jobs/" + customers + "/noted", "Accept-Language", "en").body())
                .contains("What became of it").contains("Taken for the customer " + customer);
        assertCounts(ended(imported("/api/opportunities/import", csv), "DONE"), 1, 0, 0, 1, 0);
        assertCounts(ended(imported("/api/opportunities/import", csv.replace("服务器", "交换机")), "DONE"), 1, 1, 0, 0, 0);
    }

    @Test
    void theIdInAnotherSystemRecognisesOpportunitiesAndOrders() {
        String key = "erp" + UUID.randomUUID().toString().substring(0, 8).replace("-", "");
        for (String kind : List.of("opportunity", "order")) {
            assertThat(as(Tokens.administrator()).put("/api/custom-fields/" + kind + '/' + key,
                    "{\"type\":\"text\",\"label\":{\"en\":\"ERP id\"},\"unique\":true}").status()).isEqualTo(201);
        }
        String opportunities = "商机名称,客户名称,%s,金额\n服务器,%s,A-1,1\n无号,%s,,1\n".formatted(key, company, company);
        String path = "/api/opportunities/import?key=custom." + key;
        assertCounts(ended(imported(path, opportunities), "DONE"), 2, 1, 0, 0, 1);
        assertCounts(ended(imported(path, opportunities.replace("服务器", "新服务器")), "DONE"), 2, 0, 1, 0, 1);
        assertCounts(ended(imported(path, "商机名称,%s\n再新,A-1\n无主,A-9\n".formatted(key)), "DONE"), 2, 0, 1, 0, 1);

        String orders = "客户名称,下单日期,%s,金额\n%s,2026-03-01,B-1,1\n".formatted(key, company);
        String orderPath = "/api/orders/import?key=custom." + key;
        assertCounts(ended(imported(orderPath, orders), "DONE"), 1, 1, 0, 0, 0);
        assertCounts(ended(imported(orderPath, orders.replace("B-1,1", "B-1,2")), "DONE"), 1, 0, 1, 0, 0);
        assertThat(rep.upload("/api/orders/import?key=colour", "t.csv", orders.getBytes(StandardCharsets.UTF_8))
                .status()).isEqualTo(422);
    }

    @Test
    void batchesOfOpportunitiesAndOrdersAreTakenBack() {
        rep = as(Tokens.administrator());
        String opportunity = rep.post("/api/opportunities",
                "{\"name\":\"x\",\"customerId\":\"%s\",\"tags\":[\"a\"]}".formatted(customer)).json().get("id").stringValue();
        String order = rep.post("/api/orders", """
                {"customerId":"%s","orderedAt":"2026-01-01","amount":{"amount":"1.00","currency":"CNY"}}"""
                .formatted(customer)).json().get("id").stringValue();

        String moved = jobId(rep.post("/api/opportunities/batch", """
                {"ids":["%s"],"set":{"stage":"NEGOTIATION"},"addTags":["b"],"assignTo":"lisi"}""".formatted(opportunity)));
        String noted = jobId(rep.post("/api/orders/batch", """
                {"ids":["%s"],"set":{"note":"seen"}}""".formatted(order)));
        assertThat(ended(moved, "DONE").get("updated").asInt()).isEqualTo(1);
        assertThat(ended(noted, "DONE").get("updated").asInt()).isEqualTo(1);

        ended(jobId(rep.post("/api/jobs/" + moved + "/undo", "")), "DONE");
        ended(jobId(rep.post("/api/jobs/" + noted + "/undo", "")), "DONE");
        assertThat(lastEvents(opportunity, 3)).anyMatch(event -> event.contains("\"to\":\"PRODUCT_INTEREST\""))
                .anyMatch(event -> event.contains("\"tags\":[\"a\"]"));
        assertThat(lastEvents(order, 1)).first().asString().contains("note");
    }

    @Test
    void aCustomerWithOrdersIsNotWithdrawn() {
        String fresh = "公司" + UUID.randomUUID();
        String job = imported("/api/customers/import", "客户名称\n" + fresh + "\n");
        ended(job, "DONE");
        ended(imported("/api/orders/import", "订单号,客户名称,下单日期,金额\n%s,%s,2026-03-01,1\n"
                .formatted(UUID.randomUUID().toString().substring(0, 20), fresh)), "DONE");

        String undo = jobId(rep.post("/api/jobs/" + job + "/undo", ""));

        assertThat(ended(undo, "DONE").get("refused").asInt()).isEqualTo(1);
        assertThat(rep.get("/api/jobs/" + undo + "/refused", "Accept-Language", "en").body())
                .contains("Opportunities or orders have been entered");
    }

    private String imported(String path, String csv) {
        return jobId(rep.upload(path, "table.csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static String jobId(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().get("jobId").stringValue();
    }

    private JsonNode ended(String id, String state) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> rep.get("/api/jobs/" + id).json(), job -> state.equals(job.get("state").stringValue()));
    }

    private static void assertCounts(JsonNode job, int total, int created, int updated, int unchanged, int refused) {
        assertThat(Stream.of("total", "created", "updated", "unchanged", "refused").map(count -> job.get(count).asInt()))
                .as(job.toString()).containsExactly(total, created, updated, unchanged, refused);
    }

    private List<JsonNode> eventsOf(String kind, String job) {
        return database.sql("""
                SELECT convert_from(payload, 'UTF8') FROM domain_event
                WHERE type = ? AND convert_from(meta_data, 'UTF8') LIKE ? ORDER BY global_index""")
                .param(kind).param("%import " + job + " row %").query(String.class).list().stream()
                .map(JsonMapper.shared()::readTree).toList();
    }

    private List<String> lastEvents(String record, int most) {
        return database.sql("""
                SELECT convert_from(payload, 'UTF8') FROM domain_event WHERE aggregate_identifier = ?
                ORDER BY sequence_number DESC LIMIT ?""").param(record).param(most).query(String.class).list();
    }
}
