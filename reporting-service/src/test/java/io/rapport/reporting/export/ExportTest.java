package io.rapport.reporting.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Lists as files, over HTTP on real servers. */
class ExportTest extends ReportingTest {

    /** Tells the records of this test from those of others. */
    private final String region = "R" + newId().replace("-", "");

    @Test
    void aLongListComesWholeAndInItsOrder() {
        int count = 2_543;
        List<EventEnvelope> registered = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            registered.add(customer("公司" + i % 100, ""));
        }
        publish(registered.toArray(EventEnvelope[]::new));
        await().atMost(Duration.ofMinutes(1)).until(() ->
                get(list("/api/customers") + "&size=1").json().get("total").asInt() == count);

        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = get(list("/api/customers") + "&sort=-name&size=200" + cursor).json();
            page.get("items").forEach(item ->
                    listed.add(item.get("id").asString() + ' ' + item.get("name").asString()));
            cursor = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : null;
        }
        List<String> exported = rows(csv(list("/api/customers/export") + "&sort=-name&format=csv")).stream()
                .map(row -> row.getField("Record id") + ' ' + row.getField("Customer name")).toList();

        assertThat(exported).hasSize(count).doesNotHaveDuplicates().isEqualTo(listed);
    }

    @Test
    void whoTakesAListAwayIsNotedFirst() {
        written(customer("甲", ""));
        String request = newId();

        download(list("/api/customers/export") + "&format=csv", "X-Correlation-Id", request);

        assertThat(noted(request)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("EXPORTED");
            assertThat(entry.who()).isNotEmpty();
            assertThat(entry.kind()).isEqualTo("customer");
            assertThat(entry.details()).isEqualTo(Map.of("format", "csv", "rows", "1"));
        });
    }

    @Test
    void chineseAndValuesAreIntactInCsv() {
        written(customer("华为“技术”,有限公司", """
                ,"phone":"+86 755 2878 0808","needs":"第一行\\n第二行","tags":["重要","VIP"],"founded":"1987-09-15",
                "address":{"registered":"深圳市龙岗区","delivery":"东莞"},
                "annualRevenue":{"amount":"1234.50","currency":"USD"},
                "openingValues":{"opportunityAmount":{"amount":"50000.00","currency":"CNY"},
                                 "lastInteractionAt":"2025-03-01"}"""));

        HttpResponse<byte[]> answer =
                download(list("/api/customers/export") + "&format=csv", "Accept-Language", "zh-CN");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"customers-20")
                .contains("filename*=UTF-8''%E5%AE%A2%E6%88%B7-20").endsWith(".csv");
        assertThat(answer.body()).startsWith(0xEF, 0xBB, 0xBF);
        NamedCsvRecord row = rows(new String(answer.body(), StandardCharsets.UTF_8)).getFirst();
        assertThat(row.getField("客户名称")).isEqualTo("华为“技术”,有限公司");
        assertThat(row.getField("联系电话")).isEqualTo("'+86 755 2878 0808");
        assertThat(row.getField("客户需求")).isEqualTo("第一行\n第二行");
        assertThat(row.getField("标签")).isEqualTo("重要, VIP");
        assertThat(row.getField("注册地址")).isEqualTo("深圳市龙岗区");
        assertThat(row.getField("收货地址")).isEqualTo("东莞");
        assertThat(row.getField("成立时间")).isEqualTo("1987-09-15");
        assertThat(row.getField("年营业额")).isEqualTo("1234.50 USD");
        assertThat(row.getField("销售机会金额")).isEqualTo("50000.00");
        assertThat(row.getField("最近互动时间")).isEqualTo("2025-03-01T00:00:00Z");
        assertThat(row.getField("活跃情况")).isEqualTo("DORMANT");
        assertThat(row.getField("已归档")).isEqualTo("false");
    }

    @Test
    void aWorkbookHasCellsOfTheirOwnTypes() throws IOException {
        written(customer("=HYPERLINK(華為)", """
                ,"founded":"1987-09-15","annualRevenue":{"amount":"1234.50","currency":"USD"}"""));

        HttpResponse<byte[]> answer = download(list("/api/customers/export")
                + "&format=xlsx&fields=name,founded,annualRevenue,createdAt,archived,version,needs",
                "Accept-Language", "zh-TW");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.body()),
                new ReadingOptions(true, false))) {
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("客戶");
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).stream().map(cell -> cell.asString()).toList()).containsExactly(
                    "客戶名稱", "成立時間", "年營業額", "建立時間 (UTC)", "已封存", "版本", "客戶需求");
            Row row = rows.get(1);
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).asString()).isEqualTo("=HYPERLINK(華為)");
            assertThat(row.getCell(1).asDate()).isEqualTo(LocalDateTime.parse("1987-09-15T00:00:00"));
            assertThat(row.getCell(2).asNumber()).isEqualByComparingTo(new BigDecimal("1234.5"));
            assertThat(row.getCell(2).getDataFormatString()).contains("USD");
            assertThat(row.getCell(3).asDate()).isEqualTo(LocalDateTime.parse("2026-01-01T08:00:01"));
            assertThat(row.getCell(4).asBoolean()).isFalse();
            assertThat(row.getCell(5).asNumber()).isEqualByComparingTo(BigDecimal.ONE);
        }
    }

    @Test
    void formulasAreHarmless() {
        written(customer("=1+1", ""), customer("@SUM(A1)", ""), customer("-cmd|' /C calc'!A0", ""), customer("+a", ""),
                customer("＝1+1", ""), customer("-5", ""));

        assertThat(rows(csv(list("/api/customers/export") + "&format=csv&fields=name")))
                .extracting(row -> row.getField("Customer name")).containsExactlyInAnyOrder(
                        "'=1+1", "'@SUM(A1)", "'-cmd|' /C calc'!A0", "'+a", "'＝1+1", "-5");
    }

    @Test
    void onlyWhatIsFilteredSearchedAndNotArchivedIsInIt() {
        EventEnvelope gone = customer("百度甲", "");
        written(customer("百度乙", ""), customer("腾讯", ""), gone);
        publish(event("customer.archived.v1", gone.subject(), 2, "{}"));
        seen(new ConsistencyToken("customer", gone.subject(), 2).encoded());

        String path = list("/api/customers/export") + "&q=baidu&fields=name";
        assertThat(names(csv(path))).containsExactly("百度乙");
        assertThat(names(csv(path + "&archived=include"))).containsExactlyInAnyOrder("百度甲", "百度乙");
        assertThat(names(csv(path + "&archived=only"))).containsExactly("百度甲");
        assertThat(csv("/api/customers/export?fields=name,phone&filter=" + encoded("region eq 'nowhere'")))
                .isEqualTo("\uFEFFCustomer name,Phone\r\n");
    }

    @Test
    void contactsAndInteractionsComeTheSameWay() {
        String contact = newId();
        String interaction = newId();
        publish(event("contact.registered.v1", contact, 1,
                "{\"facts\":{\"name\":\"王小明\",\"customerId\":\"" + region + "\"}}"),
                event("interaction.recorded.v1", interaction, 1,
                        "{\"facts\":{\"kind\":\"CALL\",\"time\":\"2026-01-02T03:04:05Z\","
                        + "\"subject\":\"报价\",\"text\":\"=谈\",\"customerId\":\"" + region + "\"}}"));
        seen(new ConsistencyToken("contact", contact, 1).encoded());
        String mine = "?format=csv&filter=" + encoded("customerId eq '" + region + "'");
        seen("/api/interactions", new ConsistencyToken("interaction", interaction, 1).encoded());
        seen("/api/contacts", new ConsistencyToken("contact", contact, 1).encoded());

        assertThat(csv("/api/contacts/export" + mine + "&fields=name,position,customerId"))
                .isEqualTo("\uFEFFName,Position,Customer record id\r\n王小明,," + region + "\r\n");
        assertThat(csv("/api/interactions/export" + mine + "&fields=time,subject,text"))
                .isEqualTo("\uFEFFTime,Subject,Text\r\n2026-01-02T03:04:05Z,报价,'=谈\r\n");
    }

    @Test
    void everyColumnHasAHeaderInEveryLanguage() {
        for (String kind : List.of("customers", "contacts", "interactions")) {
            for (String language : List.of("en", "zh-CN", "zh-TW")) {
                String header = new String(download("/api/" + kind + "/export?filter=" + encoded("id eq 'none'"),
                        "Accept-Language", language).body(), StandardCharsets.UTF_8).strip();
                assertThat(header.substring(1).split(",")).as(header).doesNotHaveDuplicates()
                        .noneMatch(column -> column.isBlank() || column.contains("not accepted"));
                assertThat(header.contains("客户") || header.contains("客戶")).isEqualTo(!language.equals("en"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"format=pdf|export-format-unknown", "format=csv&size=5|parameter-unknown",
            "format=csv&fields=colour|fields-unknown", "format=csv&filter=colour+eq+5|filter-unknown-field",
            "format=xlsx&sort=colour|field-unknown", "format=csv&format=csv|parameter-repeated"})
    void refusesWhatItCannotReadBeforeTheFirstByte(String query, String code) {
        Answer answer = get("/api/customers/export?" + query, "Accept-Language", "zh-CN");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.header("Content-Disposition")).isEmpty();
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("detail").asString()).containsPattern("[\\u4e00-\\u9fff]");
    }

    @Test
    void withoutATokenNothingIsExported() {
        assertThat(getAs(null, "/api/customers/export?format=csv").status()).isEqualTo(401);
        assertThat(getAs(Tokens.administrator(), "/api/customers/exports").status()).isEqualTo(404);
    }

    private EventEnvelope customer(String name, String moreFacts) {
        return customerRegistered(newId(), name, "{\"region\":\"" + region + "\"" + moreFacts + "}");
    }

    private void written(EventEnvelope... events) {
        publish(events);
        for (EventEnvelope event : events) {
            seen(new ConsistencyToken("customer", event.subject(), event.sequence()).encoded());
        }
    }

    private void seen(String token) {
        seen("/api/customers", token);
    }

    /** Asks again, as a client would, while a busy machine has not seen the write in time. */
    private void seen(String path, String token) {
        await().atMost(Duration.ofMinutes(1)).until(() -> get(path, "Consistency-Token", token).status() == 200);
    }

    private String list(String path) {
        return path + "?filter=" + encoded("region eq '" + region + "'");
    }

    private String csv(String path) {
        HttpResponse<byte[]> answer = download(path);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(200);
        return body;
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().toList();
    }

    private static List<String> names(String csv) {
        return rows(csv).stream().map(row -> row.getField("Customer name")).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
