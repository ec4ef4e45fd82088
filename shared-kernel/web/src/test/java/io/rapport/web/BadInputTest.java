package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bodies, good and bad, as they come over a real port. */
class BadInputTest extends RunningService {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"name\": }|json-unreadable",
            "{\"name\":\"x\"|json-unreadable",
            "{'name':'x'}|json-unreadable",
            "{\"name\":\"x\"} {}|json-unreadable",
            "not json|json-unreadable",
            "{\"name\":\"a\",\"name\":\"b\"}|json-duplicate-field",
            "{\"address\":{\"city\":\"a\",\"city\":\"b\"}}|json-duplicate-field",
            "{\"name\":\"\\ud800\"}|json-lone-surrogate",
            "{\"name\":\"\\udc00\\ud800\"}|json-lone-surrogate",
            "{\"\\ud800x\":\"\"}|json-lone-surrogate"})
    void refusesWhatIsNotJson(String body, String code) throws Exception {
        JsonNode problem = problem(send(post("/api/things", body, "application/json")), 400, code);

        assertThat(problem.get("detail").stringValue()).contains("line 1, column");
    }

    @Test
    void refusesAnEmptyBody() throws Exception {
        problem(send(post("/api/things", "", "application/json")), 400, "body-unreadable");
        problem(send(post("/api/things", "   ", "application/json")), 400, "body-unreadable");
    }

    @Test
    void refusesInvalidUtf8AndExcessiveNesting() throws Exception {
        byte[] broken = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'};
        problem(send(request("/api/things", KEYS.token(BOTH)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(broken))), 400, "json-not-utf8");
        problem(send(patch("{\"tags\":" + "[".repeat(5_000), "application/json")), 400, "json-too-complex");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"nickname\":1}|nickname|unknown-field",
            "{\"address\":{\"town\":\"x\"}}|address.town|unknown-field",
            "{\"name\":5}|name|expected-text",
            "{\"name\":true}|name|expected-text",
            "{\"name\":[\"x\"]}|name|expected-text",
            "{\"count\":\"5\"}|count|expected-whole-number",
            "{\"count\":1.5}|count|expected-whole-number",
            "{\"count\":99999999999}|count|number-out-of-range",
            "{\"count\":\"\"}|count|expected-whole-number",
            "{\"weight\":\"1.5\"}|weight|expected-number",
            "{\"open\":\"true\"}|open|expected-boolean",
            "{\"open\":1}|open|expected-boolean",
            "{\"founded\":\"2026-02-30\"}|founded|expected-date",
            "{\"founded\":20260101}|founded|expected-date",
            "{\"founded\":[2026,1,1]}|founded|expected-date",
            "{\"founded\":\"2026-01-01T00:00:00Z\"}|founded|expected-date",
            "{\"seen\":1700000000}|seen|expected-instant",
            "{\"seen\":\"2026-01-01 10:00\"}|seen|expected-instant",
            "{\"level\":\"LOW\"}|level|expected-choice",
            "{\"level\":1}|level|expected-choice",
            "{\"tags\":\"x\"}|tags|expected-list",
            "{\"tags\":[\"x\",7]}|tags[1]|expected-text",
            "{\"tags\":[\"x\",null]}|tags[1]|required",
            "{\"address\":\"x\"}|address|expected-object",
            "{\"revenue\":\"5\"}|revenue|expected-money",
            "{\"revenue\":{\"amount\":5,\"currency\":\"CNY\"}}|revenue.amount|expected-text",
            "{\"revenue\":{\"amount\":\"1e9\",\"currency\":\"CNY\"}}|revenue.amount|amount-invalid",
            "{\"revenue\":{\"amount\":\"5\",\"currency\":\"XYQ\"}}|revenue.currency|currency-unknown",
            "{\"name\":\"forbidden name\"}|name|not-accepted",
            "[]||expected-object",
            "\"x\"||expected-object"})
    void namesTheFieldThatDoesNotFit(String body, String field, String code) throws Exception {
        JsonNode problem = problem(send(post("/api/things", body, "application/json")), 422, "invalid-content");

        assertThat(problem.get("errors")).hasSize(1);
        JsonNode error = problem.get("errors").get(0);
        assertThat(error.get("field").stringValue()).isEqualTo(field == null ? "" : field);
        assertThat(error.get("code").stringValue()).isEqualTo(code);
        assertThat(error.get("message").stringValue()).isNotBlank();
    }

    @Test
    void keepsEveryDigitAndLetter() throws Exception {
        String body = "{\"name\":\"\\ud83d\\ude00华\\\\ud800\",\"weight\":0.10000000000000000001,\"founded\":\"2024-02-29\","
                + "\"seen\":\"2026-01-01T10:00:00+08:00\",\"revenue\":{\"amount\":\"50000\",\"currency\":\"CNY\"}}";

        JsonNode answer = ok(send(post("/api/things/echo", body, "application/json")));

        assertThat(answer.get("name").stringValue()).isEqualTo("😀华\\ud800");
        assertThat(answer.get("weight").decimalValue().toPlainString()).isEqualTo("0.10000000000000000001");
        assertThat(answer.get("founded").stringValue()).isEqualTo("2024-02-29");
        assertThat(answer.get("seen").stringValue()).isEqualTo("2026-01-01T02:00:00Z");
        assertThat(answer.get("revenue").toString()).isEqualTo("{\"amount\":\"50000.00\",\"currency\":\"CNY\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/merge-patch+json"})
    void tellsAbsentFromClearedFromGiven(String type) throws Exception {
        JsonNode answer = ok(send(patch("{\"name\":\"x\",\"count\":null,\"address\":{\"city\":null}}", type)));

        assertThat(answer.get("fields").toString()).isEqualTo("[\"name\",\"count\",\"address\"]");
        assertThat(answer.get("cleared").toString()).isEqualTo("[\"count\",\"address.city\"]");
        assertThat(answer.get("name").stringValue()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"nickname\":null}|nickname|unknown-field",
            "{\"address\":{\"town\":null}}|address.town|unknown-field",
            "{\"count\":\"5\"}|count|expected-whole-number",
            "{\"name\":null}|name|required",
            "[1]||expected-object"})
    void checksPatchesLikeBodies(String body, String field, String code) throws Exception {
        JsonNode problem = problem(send(patch(body, "application/merge-patch+json")), 422, "invalid-content");

        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo(field == null ? "" : field);
        assertThat(problem.get("errors").get(0).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void boundsBodiesOfKnownAndUnknownLength() throws Exception {
        byte[] large = new byte[10 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        problem(send(request("/api/things", KEYS.token(BOTH)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(large))), 413, "body-too-large-for");
        problem(send(request("/api/things", KEYS.token(BOTH)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))), 413, "body-too-large-for");
    }

    @Test
    void anAnswerThatBreaksOffDoesNotLookWhole() throws Exception {
        HttpResponse<InputStream> answer = http.send(request("/api/things/broken-off", KEYS.token(BOTH)).GET().build(),
                BodyHandlers.ofInputStream());

        try (InputStream body = answer.body()) {
            assertThat(new String(body.readNBytes("the beginning".length()), StandardCharsets.UTF_8))
                    .isEqualTo("the beginning");
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void takesUploadsAndDigestsTheirParts() throws Exception {
        JsonNode first = ok(send(upload("b1", "a,b\n1,2\n")));
        JsonNode again = ok(send(upload("b2", "a,b\n1,2\n")));
        JsonNode other = ok(send(upload("b3", "a,b\n1,3\n")));

        assertThat(first.get("size").intValue()).isEqualTo(8);
        assertThat(again.get("digest")).isEqualTo(first.get("digest"));
        assertThat(other.get("digest")).isNotEqualTo(first.get("digest"));
        problem(send(post("/api/things/import", "--b--", "multipart/form-data; boundary=b")), 400, "part-missing");
        problem(send(post("/api/things/import", "--b\r\nrubbish", "multipart/form-data; boundary=b")), 400, "multipart-unreadable");
    }

    private HttpRequest.Builder upload(String boundary, String csv) {
        return post("/api/things/import", "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\""
                + "\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--" + boundary + "--\r\n",
                "multipart/form-data; boundary=" + boundary).header("Idempotency-Key", "upload");
    }
}
