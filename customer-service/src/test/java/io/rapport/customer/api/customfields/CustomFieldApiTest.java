package io.rapport.customer.api.customfields;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.customer.RunningCustomerService;
import io.rapport.testing.AtOnce;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.AfterEach;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Fields and values at work. Each test has fields of its own and takes their required marks back. */
class CustomFieldApiTest extends RunningCustomerService {

    private static final String FIELDS = "/api/custom-fields/customer/";

    @Autowired
    private JdbcClient database;
    private final List<String> defined = new ArrayList<>();
    private RapportClient administrator;
    private RapportClient rep;

    @BeforeEach
    void signIn() {
        administrator = as(Tokens.administrator());
        rep = as(Tokens.rep());
    }

    /** A required field would stand in the way of every other test. */
    @AfterEach
    void nothingStaysRequired() {
        defined.forEach(key -> assertThat(redefined(key, "{\"type\":\"%s\",\"label\":{\"en\":\"%s\"}%s}".formatted(
                read(key).get("type").stringValue(), key, read(key).has("options")
                        ? ",\"options\":" + read(key).get("options") : "")).status()).isEqualTo(204));
    }

    @Test
    void aFieldIsUsableTheMomentItIsDefined() {
        String key = defined("{\"type\":\"number\",\"label\":{\"zh-CN\":\"预算\",\"en\":\"Budget\"},\"required\":true,"
                + "\"default\":5,\"validation\":{\"min\":0,\"max\":\"100\"}}");
        assertThat(read(key).get("default").asInt()).isEqualTo(5);
        assertThat(read(key).at("/validation/max").stringValue()).isEqualTo("100");
        assertThat(rep.get("/api/custom-fields/customer").json().get("items").valueStream()
                .map(field -> field.get("key").stringValue())).contains(key);

        String customer = registered("{\"name\":\"甲\"}");
        assertThat(values(customer)).isEqualTo("{\"%s\":5}".formatted(key));
        assertThat(changed(customer, "{\"custom\":{\"%s\":7.50}}".formatted(key)).status()).isEqualTo(204);
        assertThat(values(customer)).isEqualTo("{\"%s\":7.5}".formatted(key));
        assertProblem(changed(customer, "{\"custom\":{\"%s\":101}}".formatted(key)), 422, "invalid-content",
                "custom." + key);
        assertProblem(changed(customer, "{\"custom\":{\"%s\":null}}".formatted(key)), 422, "invalid-content",
                "custom." + key);
    }

    @Test
    void aPatchChangesTheFieldsThatItNamesAndAReplacementAllOfThem() {
        String one = defined("{\"type\":\"text\",\"label\":{\"en\":\"one\"}}");
        String two = defined("{\"type\":\"choices\",\"label\":{\"en\":\"two\"},\"options\":[\"红\",\"蓝\"]}");
        String customer = registered("{\"name\":\"甲\",\"custom\":{\"%s\":\"a\",\"%s\":[\"蓝\",\"红\"]}}".formatted(one, two));
        assertThat(changed(customer, "{\"custom\":{\"%s\":\"b\"}}".formatted(one)).status()).isEqualTo(204);
        assertThat(values(customer)).contains("\"b\"", "[\"蓝\",\"红\"]");
        assertThat(changed(customer, "{\"custom\":{\"%s\":null}}".formatted(two)).status()).isEqualTo(204);
        assertThat(values(customer)).isEqualTo("{\"%s\":\"b\"}".formatted(one));

        Answer replaced = rep.put(customer, "{\"name\":\"乙\",\"custom\":{\"%s\":[\"红\"]}}".formatted(two),
                "If-Match", "*");
        assertThat(replaced.status()).as(replaced.toString()).isEqualTo(204);
        assertThat(values(customer)).isEqualTo("{\"%s\":[\"红\"]}".formatted(two));
        assertThat(rep.put(customer, "{\"name\":\"乙\"}", "If-Match", "*").status()).isEqualTo(204);
        assertThat(inUse(one) + inUse(two)).isZero();
    }

    @Test
    void aFieldBelongsToAClassByWhichItIsSeen() {
        assertThat(read(defined("{\"type\":\"text\",\"label\":{\"en\":\"x\"}}")).get("fieldClass").asString())
                .isEqualTo("facts");
        assertThat(read(defined("{\"type\":\"text\",\"label\":{\"en\":\"x\"},\"fieldClass\":\"contactData\"}"))
                .get("fieldClass").asString()).isEqualTo("contactData");
    }

    @Test
    void noTwoRecordsHoldTheSameValueOfAUniqueField() throws Exception {
        String key = defined("{\"type\":\"text\",\"label\":{\"en\":\"ERP id\"},\"unique\":true}");
        assertThat(read(key).get("unique").booleanValue()).isTrue();
        String body = "{\"name\":\"甲\",\"custom\":{\"%s\":\"A-1\"}}".formatted(key);
        assertThat(AtOnce.call(8, () -> rep.post("/api/customers", body).status()))
                .containsOnlyOnce(201).containsOnly(201, 409);
        assertProblem(rep.post("/api/customers", body), 409, "custom-value-taken", "custom." + key);

        String other = registered("{\"name\":\"乙\",\"custom\":{\"%s\":\"A-2\"}}".formatted(key));
        String change = "{\"custom\":{\"%s\":\"%s\"}}";
        assertProblem(changed(other, change.formatted(key, "A-1")), 409, "custom-value-taken", "custom." + key);
        assertThat(changed(other, change.formatted(key, "A-3")).status()).isEqualTo(204);
        registered("{\"name\":\"丙\",\"custom\":{\"%s\":\"A-2\"}}".formatted(key));

        String text = "{\"type\":\"text\",\"label\":{\"en\":\"ERP id\"}%s}";
        assertThat(redefined(key, text.formatted("")).status()).isEqualTo(204);
        registered(body);
        assertProblem(redefined(key, text.formatted(",\"unique\":true")), 409, "custom-values-repeated", "unique");
        assertThat(redefined(key, text.formatted(",\"unique\":true")).body()).contains("2 ");
        assertThat(changed(other, change.formatted(key, "A-1")).status()).isEqualTo(204);
    }

    @Test
    void aFieldInUseIsNotTakenAwayAndItsTypeChangesOnlyWhereTheDataAllow() {
        String key = defined("{\"type\":\"text\",\"label\":{\"en\":\"since\"}}");
        String customer = registered("{\"name\":\"甲\",\"custom\":{\"%s\":\"soon\"}}".formatted(key));
        String date = "{\"type\":\"date\",\"label\":{\"en\":\"since\"}}";
        assertProblem(administrator.delete(FIELDS + key), 409);
        assertProblem(redefined(key, date), 409, "custom-values-unfit", "type");
        assertThat(redefined(key, date.replace("date", "number")).json().get("errors").toString())
                .contains("custom-type-in-use");

        assertThat(changed(customer, "{\"custom\":{\"%s\":\"2026-01-31\"}}".formatted(key)).status()).isEqualTo(204);
        assertThat(redefined(key, date).status()).isEqualTo(204);
        assertProblem(changed(customer, "{\"custom\":{\"%s\":\"soon\"}}".formatted(key)), 422, "invalid-content",
                "custom." + key);

        assertThat(changed(customer, "{\"custom\":null}").status()).isEqualTo(204);
        assertThat(administrator.delete(FIELDS + key).status()).isEqualTo(204);
        defined.remove(key);
        assertProblem(rep.get(FIELDS + key), 404);
        assertProblem(changed(customer, "{\"custom\":{\"%s\":\"2026-01-31\"}}".formatted(key)), 422, "invalid-content",
                "custom." + key);
    }

    @Test
    void filesBringCustomFieldsByTheirLabels() {
        String label = "预算" + UUID.randomUUID();
        String number = defined("{\"type\":\"number\",\"label\":{\"zh-CN\":\"%s\"}}".formatted(label));
        String colour = defined("{\"type\":\"choice\",\"label\":{\"en\":\"colour\"},\"options\":[{\"code\":\"RED\","
                + "\"label\":{\"zh-CN\":\"红\"}}]}");
        String name = "公司" + UUID.randomUUID();
        String csv = "客户名称,%s,custom.%s\n%s,\"1,234.50\",红\n%s二,x,绿\n".formatted(label, colour, name, name);
        Answer queued = rep.upload("/api/customers/import", "a.csv", csv.getBytes(StandardCharsets.UTF_8));
        String job = "/api/jobs/" + queued.json().get("jobId").stringValue();
        JsonNode done = await().atMost(Duration.ofSeconds(30)).until(() -> rep.get(job).json(),
                state -> "DONE".equals(state.get("state").stringValue()));
        assertThat(done.get("created").asInt() + " " + done.get("refused").asInt()).isEqualTo("1 1");
        assertThat(inUse(number)).isEqualTo(1);
        assertThat(database.sql("SELECT value[1] FROM custom_value WHERE field IN (?, ?) ORDER BY 1")
                .params(number, colour).query(String.class).list()).containsExactly("1234.5", "RED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"text"}                                                        | label
            {"type":"colour","label":{"en":"x"}}                                   | type
            {"label":{"en":"x"}}                                                   | type
            {"type":"text","label":{"en":"x"},"colour":1}                          | colour
            {"type":"choice","label":{"en":"x"},"options":[{"code":1}]}            | options[0].code
            {"type":"choice","label":{"en":"x"},"options":[7]}                     | options[0]
            {"type":"number","label":{"en":"x"},"default":{"a":1}}                 | default
            {"type":"number","label":{"en":"x"},"validation":{"min":true}}         | validation.min
            {"type":"date","label":{"en":"x"},"validation":{"pattern":"a"}}        | validation.pattern
            """)
    void aWrongDefinitionIsRefusedWithTheFieldNamed(String json, String field) {
        assertProblem(administrator.put(FIELDS + "wrong", json), 422, "invalid-content", field);
        assertProblem(rep.get(FIELDS + "wrong"), 404);
    }

    @Test
    void valuesOfWrongShapeAreRefused() {
        assertProblem(rep.post("/api/customers", "{\"name\":\"a\",\"custom\":{\"x\":{\"y\":1}}}"), 422, "invalid-content",
                "custom.x");
        assertProblem(rep.post("/api/customers", "{\"name\":\"a\",\"custom\":[1]}"), 422, "invalid-content", "custom");
        assertProblem(rep.post("/api/customers", "{\"name\":\"a\",\"custom\":{\"unheardOf\":1}}"), 422, "invalid-content",
                "custom.unheardOf");
    }

    @Test
    void onlyAdministratorsDefineFields() {
        String json = "{\"type\":\"text\",\"label\":{\"en\":\"x\"}}";
        assertProblem(rep.put(FIELDS + "mine", json), 403);
        assertProblem(rep.delete(FIELDS + "mine"), 403);
        assertProblem(administrator.put("/api/custom-fields/car/colour", json), 404);
        assertProblem(administrator.put(FIELDS + "9", json), 422, "invalid-content", "key");
    }

    private String defined(String json) {
        String key = "f" + UUID.randomUUID().toString().replace("-", "");
        Answer answer = administrator.put(FIELDS + key, json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(ConsistencyToken.parse(answer.consistencyToken()))
                .contains(new ConsistencyToken("custom-field", "custom-field:customer:" + key, 1));
        defined.add(key);
        return key;
    }

    private Answer redefined(String key, String json) {
        return administrator.put(FIELDS + key, json, "If-Match", rep.get(FIELDS + key).header("ETag").orElseThrow());
    }

    private JsonNode read(String key) {
        return rep.get(FIELDS + key).json();
    }

    private String registered(String json) {
        Answer answer = rep.post("/api/customers", json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return "/api/customers/" + answer.json().get("id").stringValue();
    }

    private Answer changed(String customer, String patch) {
        return rep.patch(customer, patch);
    }

    /** As the customer's latest event says them; it tells all of them. */
    private String values(String customer) {
        JsonMapper json = JsonMapper.shared();
        return database.sql("""
                SELECT convert_from(payload, 'UTF8') FROM domain_event WHERE aggregate_identifier = ?
                ORDER BY sequence_number DESC""").param(customer.substring(customer.lastIndexOf('/') + 1))
                .query(String.class).list().stream().map(json::readTree)
                .map(event -> event.at(event.has("facts") ? "/facts/custom" : "/changed/custom"))
                .filter(values -> !values.isMissingNode()).findFirst().map(JsonNode::toString).orElse("");
    }

    private long inUse(String key) {
        return database.sql("SELECT count(*) FROM custom_value WHERE field = ?").param(key).query(Long.class).single();
    }
}
