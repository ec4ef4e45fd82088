package io.rapport.reporting.customfields;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CustomFieldsInListsTest extends ReportingTest {

    private static final List<String> BUDGETS = List.of("100", "-3.5", "20", "0", "-40", "19.99", "1000000", "0.1");

    /** Tells the records of this test from those of others. */
    private final String region = "R" + newId().replace("-", "");
    private final String run = newId().replace("-", "").substring(20);
    private final List<String> tokens = new ArrayList<>();

    @BeforeEach
    void customersWithFieldsOfEveryType() {
        define("budget", "number");
        define("since", "date");
        define("vip", "boolean");
        define("colour", "choice");
        define("sizes", "choices");
        define("note", "text");
        for (int i = 0; i < BUDGETS.size(); i++) {
            register("客户" + i, """
                    {"%s":%s,"%s":"2026-0%d-15","%s":%s,"%s":"%s","%s":["S","%s"],"%s":"第%d份备忘 Alpha"}""".formatted(
                    key("budget"), BUDGETS.get(i), key("since"), i + 1, key("vip"), i % 2 == 0, key("colour"),
                    i < 3 ? "RED" : "BLUE", key("sizes"), i < 6 ? "M" : "L", key("note"), i));
        }
        register("客户8", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            budget eq 20                              | 2
            budget eq 20.0                            | 2
            budget ne 20                              | 0 1 3 4 5 6 7 8
            budget gt 19.99                           | 0 2 6
            budget ge 19.99                           | 0 2 5 6
            budget lt 0                               | 1 4
            budget le 0                               | 1 3 4
            budget between -4 and 20                  | 1 2 3 5 7
            budget in (0, 0.1, 7)                     | 3 7
            budget exists                             | 0 1 2 3 4 5 6 7
            budget eq null                            | 8
            since eq '2026-02-15'                     | 1
            since gt '2026-06-15'                     | 6 7
            since between '2026-02-01' and '2026-03-31' | 1 2
            vip eq true                               | 0 2 4 6
            vip ne true                               | 1 3 5 7 8
            colour eq 'red'                           | 0 1 2
            colour in ('RED','GREEN')                 | 0 1 2
            sizes eq 'l'                              | 6 7
            note contains '5份备'                     | 5
            note contains 'alpha'                     | 0 1 2 3 4 5 6 7
            note contains '3'                         | 3
            note startsWith '第4'                     | 4
            note lt '第2'                             | 0 1
            note eq '第7份备忘 ALPHA'                 | 7
            """)
    void filtersByValuesOfEveryType(String condition, String expected) {
        JsonNode list = list("&sort=name&filter=" + filter(key(condition))).json();
        assertThat(numbers(list)).as(list.toString()).isEqualTo(expected);
        assertThat(list.get("total").asInt()).isEqualTo(expected.split(" ").length);
    }

    @Test
    void sortsNumbersByValueAndGoesThroughThemByCursor() {
        assertThat(numbers(list("&sort=" + key("custom.budget") + "&filter=" + filter(null)).json()))
                .isEqualTo("4 1 3 7 5 2 0 6 8");
        assertThat(numbers(list("&sort=-" + key("custom.since") + "&filter=" + filter(null)).json()))
                .isEqualTo("7 6 5 4 3 2 1 0 8");
        for (String sort : List.of("custom.budget", "-custom.budget", "custom.note,name", "-custom.vip,custom.budget")) {
            String path = "&size=2&sort=" + sort.replaceAll("custom\\.(\\w+)", "custom.$1" + run)
                    + "&filter=" + filter(null);
            String whole = numbers(list(path.replace("size=2", "size=50")).json());
            StringBuilder parts = new StringBuilder();
            String cursor = "";
            do {
                JsonNode part = list(path + cursor).json();
                assertThat(part.get("total").asInt()).isEqualTo(9);
                parts.append(parts.isEmpty() ? "" : " ").append(numbers(part));
                cursor = part.has("nextCursor") ? "&cursor=" + part.get("nextCursor").asString() : "";
            } while (!cursor.isEmpty());
            assertThat(parts.toString()).as(sort).isEqualTo(whole);
        }
    }

    @Test
    void countsSearchesShowsAndRemembersValues() {
        JsonNode facets = read("/api/customers/facets?filter=" + filter(null) + "&fields=" + key("custom.colour") + ','
                + key("custom.sizes") + ',' + key("custom.vip")).json().get("facets");
        assertThat(facets.get(key("custom.colour")).toString())
                .isEqualTo("[{\"value\":\"BLUE\",\"count\":5},{\"value\":\"RED\",\"count\":3}]");
        assertThat(facets.get(key("custom.sizes")).get(0).toString()).isEqualTo("{\"value\":\"S\",\"count\":8}");
        assertThat(facets.get(key("custom.vip")).toString()).contains("{\"value\":true,\"count\":4}");
        assertThat(numbers(list("&q=alpha&sort=name&filter=" + filter(null)).json())).isEqualTo("0 1 2 3 4 5 6 7");

        JsonNode one = list("&fields=custom&filter=" + filter(key("budget eq 0.1"))).json().get("items").get(0);
        assertThat(one.at("/custom/" + key("budget")).decimalValue()).isEqualByComparingTo("0.1");
        assertThat(one.at("/custom/" + key("sizes")).toString()).isEqualTo("[\"S\",\"L\"]");
        JsonNode history = get("/api/customers/" + one.get("id").asString() + "/history?field="
                + key("custom.budget")).json().get("items");
        assertThat(history).hasSize(1);
        assertThat(history.get(0).get("new").decimalValue()).isEqualByComparingTo("0.1");
    }

    @Test
    void choicesAreFoundAndCountedByWhatTheyAreCalled() {
        String id = idOf("colour");
        publish(event("custom-field.defined.v1", id, 2, """
                {"recordKind":"customer","key":"%s","type":"choice","label":{"en":"Colour"},"required":false,
                 "options":[{"code":"RED","label":{"zh-CN":"朱红%s","en":"Vermilion red"},"retired":false},
                            {"code":"BLUE","label":{"en":"Navy%s"},"retired":true}],"deprecated":false}"""
                .formatted(run("colour"), run, run)));
        tokens.add(new ConsistencyToken("custom-field", id, 2).encoded());

        assertThat(numbers(list("&sort=name&q=" + URLEncoder.encode("朱紅" + run, StandardCharsets.UTF_8)).json()))
                .isEqualTo("0 1 2");
        assertThat(numbers(list("&sort=name&q=navy" + run + "%20alpha").json())).isEqualTo("3 4 5 6 7");
        assertThat(list("&q=avy" + run).json().get("total").asInt()).isZero();
        String facets = "/api/customers/facets?filter=" + filter(null) + "&fields=" + key("custom.colour");
        assertThat(read(facets).json().at("/facets/" + key("custom.colour")).toString()).isEqualTo(
                "[{\"value\":\"BLUE\",\"label\":\"Navy%s\",\"count\":5},".formatted(run)
                + "{\"value\":\"RED\",\"label\":\"Vermilion red\",\"count\":3}]");
    }

    @Test
    void aFileHasAColumnForEachField() throws IOException {
        read("/api/customers?filter=" + filter(null));
        String csv = new String(download("/api/customers/export?fields=name,custom&sort=name&filter=" + filter(null))
                .body(), StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst().orElseThrow()).contains("预算" + run, "since" + run);
        assertThat(csv.lines().skip(1).findFirst().orElseThrow()).contains("客户0", "100", "2026-01-15", "S, M");
    }

    @Test
    void aFieldThatIsNotThereOrNotAnyMoreIsAnUnknownField() {
        assertThat(get("/api/customers?filter=custom.never" + run + "%20eq%201").status()).isEqualTo(400);
        assertThat(get("/api/customers?sort=custom.never" + run).status()).isEqualTo(400);
        assertThat(list("&filter=" + filter("custom.budget" + run + " contains 'x'")).status()).isEqualTo(400);
        publish(event("custom-field.removed.v1", idOf("colour"), 2, "{\"recordKind\":\"customer\",\"key\":\"x\"}"));
        tokens.add(new ConsistencyToken("custom-field", idOf("colour"), 2).encoded());
        assertThat(list("&filter=" + filter(key("colour eq 'RED'"))).status()).isEqualTo(400);
    }

    @Test
    void hundredsOfFieldsLeaveTheMappingAsItIs() throws IOException {
        String before = mapping();
        register("客户9", IntStream.range(0, 400).mapToObj(i -> "\"x%s%d\":%s".formatted(run, i,
                i % 2 == 0 ? String.valueOf(i) : "\"t" + i + "\"")).collect(Collectors.joining(",", "{", "}")));
        define("x399", "text", "x" + run + "399");
        assertThat(numbers(list("&filter=" + filter("custom.x" + run + "399 eq 't399'")).json())).isEqualTo("9");
        assertThat(mapping()).isEqualTo(before);
    }

    private String mapping() throws IOException {
        try (var answer = index("customer").resolve(index("customer").getPath() + "/_mapping").toURL().openStream()) {
            return JsonMapper.shared().readTree(answer).toString();
        }
    }

    private void define(String name, String type) {
        define(name, type, run(name));
    }

    private void define(String name, String type, String key) {
        String id = "custom-field:customer:" + key;
        String label = name.equals("budget") ? "{\"zh-CN\":\"预算" + run + "\"}" : "{\"en\":\"" + name + run + "\"}";
        publish(event("custom-field.defined.v1", id, 1, """
                {"recordKind":"customer","key":"%s","type":"%s","label":%s,"required":false,"options":[],
                 "deprecated":false}""".formatted(key, type, label)));
        tokens.add(new ConsistencyToken("custom-field", id, 1).encoded());
    }

    private void register(String name, String custom) {
        String id = newId();
        publish(customerRegistered(id, name, "{\"region\":\"%s\"%s}".formatted(region,
                custom == null ? "" : ",\"custom\":" + custom)));
        tokens.add(new ConsistencyToken("customer", id, 1).encoded());
    }

    /** Every test has fields of its own, so each key carries its run; {@code budget gt 5} means the run's budget. */
    private String key(String expression) {
        if (expression.startsWith("custom.")) {
            return "custom." + run(expression.substring("custom.".length()));
        }
        int space = expression.indexOf(' ');
        return space < 0 ? run(expression) : "custom." + run(expression.substring(0, space)) + expression.substring(space);
    }

    private String run(String name) {
        return name + run;
    }

    private String idOf(String name) {
        return "custom-field:customer:" + run(name);
    }

    private String filter(String condition) {
        String own = "region eq '" + region + "'";
        return URLEncoder.encode(condition == null ? own : own + " and " + condition, StandardCharsets.UTF_8);
    }

    private Answer list(String parameters) {
        return read("/api/customers?size=50" + parameters);
    }

    private Answer read(String path) {
        String once = path.replaceFirst("size=50&size=", "size=");
        // Many writes of a test on a busy machine may take longer than one read waits.
        return await().atMost(Duration.ofMinutes(1)).until(
                () -> get(once, "Consistency-Token", String.join(",", tokens)), answer -> answer.status() != 503);
    }

    /** The numbers in the names of the customers listed. */
    private static String numbers(JsonNode list) {
        return list.path("items").valueStream().map(item -> item.get("name").asString().substring(2))
                .collect(Collectors.joining(" "));
    }
}
