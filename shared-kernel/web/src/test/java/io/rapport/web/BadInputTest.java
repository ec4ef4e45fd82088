package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes over a real port, good and bad, and what a stranger gets to read. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class BadInputTest {

    private static final Keys KEYS = new Keys();
    private static final String BOTH = "customers:read customers:write";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private JsonMapper mapper;
    @LocalServerPort
    private int port;
    @LocalManagementPort
    private int managementPort;

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry properties) {
        properties.add("rapport.identity.issuer", () -> Keys.ISSUER);
        properties.add("rapport.identity.jwk-set-uri", KEYS::uri);
    }

    // --- signing in

    @Test
    void asksStrangersToSignIn() throws Exception {
        HttpResponse<String> answer = send(request("/api/things/1").GET());

        problem(answer, 401, "not-signed-in");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(
                challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void asksStrangersToSignInEvenWhereNothingIs() throws Exception {
        problem(send(request("/nothing/here").GET()), 401, "not-signed-in");
    }

    @Test
    void refusesForeignOrOutdatedTokens() throws Exception {
        for (String token : new String[] {"rubbish", KEYS.forged(BOTH),
                KEYS.token(BOTH, claims -> claims.audience("other")),
                KEYS.token(BOTH, claims -> claims.issuer("http://other.test")),
                KEYS.token(BOTH, claims -> claims.expirationTime(new java.util.Date(0)))}) {
            problem(send(request("/api/things/1", token).GET()), 401, "token-invalid");
        }
    }

    @Test
    void saysWhichScopeIsMissing() throws Exception {
        JsonNode problem = problem(send(request("/api/things", KEYS.token("customers:read"))
                .POST(BodyPublishers.ofString("{}"))), 403, "scope-missing");

        assertThat(problem.get("detail").stringValue()).contains("customers:write");
    }

    @Test
    void knowsTheCaller() throws Exception {
        JsonNode answer = ok(send(request("/api/things/1", KEYS.token(BOTH)).GET()));

        assertThat(answer.get("name").stringValue()).isEqualTo("zhangsan");
        assertThat(answer.get("roles")).hasSize(1);
        assertThat(answer.get("team").stringValue()).isEqualTo("/east/shanghai");
    }

    @Test
    void tellsHealthAndMetricsOnTheManagementPortOnly() throws Exception {
        for (String path : new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness",
                "/actuator/prometheus"}) {
            URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
            assertThat(send(HttpRequest.newBuilder(uri).GET()).statusCode()).as(path).isEqualTo(200);
        }
        problem(send(request("/actuator/health").GET()), 401, "not-signed-in");
        problem(send(request("/actuator/health", KEYS.token(BOTH)).GET()), 404, "unknown-path");
    }

    // --- addresses, methods, types

    @Test
    void answersUnknownPathsAndMethods() throws Exception {
        problem(send(request("/nothing/here", KEYS.token(BOTH)).GET()), 404, "unknown-path");
        HttpResponse<String> deleted = send(request("/api/things/1", KEYS.token(BOTH)).DELETE());
        problem(deleted, 405, "method-not-allowed");
        assertThat(deleted.headers().firstValue("Allow")).hasValue("GET, PATCH, POST");
        HttpResponse<String> posted = send(request("/api/things/context", KEYS.token(BOTH)).POST(BodyPublishers.noBody()));
        problem(posted, 405, "method-not-allowed");
        assertThat(posted.headers().firstValue("Allow")).isPresent();
    }

    @Test
    void answersUnknownMediaTypes() throws Exception {
        problem(send(request("/api/things/1", KEYS.token(BOTH)).header("Accept", "image/png").GET()), 406, "not-acceptable");
        problem(send(post("/api/things", "name=x", "text/plain")), 415, "unsupported-media-type");
        problem(send(post("/api/things", "{}", "application/json;charset=ISO-8859-1")), 415, "unsupported-charset");
    }

    @Test
    void answersBadParameters() throws Exception {
        problem(send(request("/api/things/search", KEYS.token(BOTH)).GET()), 400, "parameter-missing");
        problem(send(request("/api/things/search?size=many", KEYS.token(BOTH)).GET()), 400, "parameter-invalid");
        problem(send(request("/api/things/search?size=%ff", KEYS.token(BOTH)).GET()), 400, "bad-request");
    }

    // --- JSON

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

    // --- merge patch

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

    // --- sizes

    @Test
    void boundsBodiesOfKnownAndUnknownLength() throws Exception {
        byte[] large = new byte[10 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        problem(send(request("/api/things", KEYS.token(BOTH)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(large))), 413, "body-too-large-for");
        problem(send(request("/api/things", KEYS.token(BOTH)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))), 413, "body-too-large-for");
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

    // --- headers

    @Test
    void readsIfMatch() throws Exception {
        assertThat(ok(send(patch("{}", "application/json").header("If-Match", "\"3\""))).get("version").stringValue()).isEqualTo("3");
        assertThat(ok(send(patch("{}", "application/json").header("If-Match", "*"))).get("version").stringValue()).isEqualTo("null");
        problem(send(patch("{}", "application/json").header("If-Match", "3")), 400, "if-match-malformed");
        problem(send(patch("{}", "application/json").header("If-Match", "\"3\", \"4\"")), 400, "if-match-malformed");
        problem(send(patch("{}", "application/json").header("If-Match", "W/\"3\"")), 412, "outdated");
        problem(send(patch("{}", "application/json").header("If-Match", "\"x\"")), 412, "outdated");
        problem(send(post("/api/things/replace", "", "application/json")), 428, "if-match-required");
    }

    @Test
    void digestsRequestsWithAnIdempotencyKey() throws Exception {
        JsonNode first = ok(send(post("/api/things", "{\"name\":\"x\"}", "application/json").header("Idempotency-Key", "k")));
        JsonNode again = ok(send(post("/api/things", "{\"name\":\"x\"}", "application/json").header("Idempotency-Key", "k")));
        JsonNode other = ok(send(post("/api/things", "{\"name\":\"y\"}", "application/json").header("Idempotency-Key", "k")));

        assertThat(first.get("digest").stringValue()).hasSize(64);
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        problem(send(post("/api/things", "{}", "application/json").header("Idempotency-Key", "k".repeat(256))),
                400, "idempotency-key-malformed");
    }

    @Test
    void answersWritesWithTheirHeaders() throws Exception {
        HttpResponse<String> answer = send(post("/api/things", "{}", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/things/7");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        String token = answer.headers().firstValue("Consistency-Token").orElseThrow();
        assertThat(ok(send(request("/api/things/1", KEYS.token(BOTH))
                .header("Consistency-Token", token + ", " + token).GET())).get("tokens").intValue()).isEqualTo(2);
        problem(send(request("/api/things/1", KEYS.token(BOTH)).header("Consistency-Token", "rubbish").GET()),
                400, "consistency-token-malformed");
    }

    @Test
    void carriesCorrelationAndTrace() throws Exception {
        HttpResponse<String> given = send(request("/api/things/context", KEYS.token(BOTH))
                .header("X-Correlation-Id", "order-17")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").GET());

        assertThat(given.headers().firstValue("X-Correlation-Id")).hasValue("order-17");
        assertThat(ok(given).get("correlationId").stringValue()).isEqualTo("order-17");
        assertThat(ok(given).get("traceparent").stringValue()).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-").endsWith("-01");
        HttpResponse<String> unsampled = send(request("/api/things/context", KEYS.token(BOTH))
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00").GET());
        assertThat(ok(unsampled).get("traceparent").stringValue())
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-").endsWith("-00");
        assertThat(send(request("/api/things/context", KEYS.token(BOTH)).header("X-Correlation-Id", "a b").GET())
                .headers().firstValue("X-Correlation-Id")).hasValueSatisfying(id -> assertThat(id).hasSize(36));
    }

    // --- what the domain says, and what must not leave

    @ParameterizedTest
    @CsvSource({"UNREADABLE,400", "INVALID,422", "UNKNOWN,404", "CONFLICT,409", "OUTDATED,412", "FORBIDDEN,403"})
    void answersRefusals(String kind, int status) throws Exception {
        problem(send(request("/api/things/refused/" + kind, KEYS.token(BOTH)).GET()), status,
                status == 422 ? "invalid-content" : "outdated");
    }

    @Test
    void keepsInnerDetailsIn() throws Exception {
        HttpResponse<String> answer = send(request("/api/things/broken", KEYS.token(BOTH)).GET());

        problem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("secret", "Exception", "java");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,zh-CN,未登录", "zh,zh-CN,未登录", "zh-Hans-SG,zh-CN,未登录", "zh-TW,zh-TW,未登入", "zh-Hant,zh-TW,未登入",
            "zh-HK,zh-TW,未登入", "en-GB,en,Not signed in", "fr,en,Not signed in", "'fr,zh-TW;q=0.5,en;q=0.1',zh-TW,未登入",
            "';;;',en,Not signed in"})
    void speaksTheLanguageOfTheReader(String asked, String language, String title) throws Exception {
        HttpResponse<String> answer = send(request("/api/things/1").header("Accept-Language", asked).GET());

        assertThat(problem(answer, 401, "not-signed-in").get("title").stringValue()).isEqualTo(title);
        assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/things/<1> HTTP/1.1", "GET /api/%zz HTTP/1.1", "RUBBISH", "GET /a//b HTTP/1.1",
            "GET /api;x=1/things HTTP/1.1", "TRACE /api/things HTTP/1.1", "GET /api/things/%00 HTTP/1.1"})
    void answersWhatTomcatRefuses(String requestLine) throws Exception {
        String answer = raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*").contains("application/problem+json").contains("\"code\"");
        assertThat(answer.toLowerCase()).doesNotContain("tomcat", "apache", "exception", "<html", "server:");
    }

    @Test
    void answersHeadersThatAreTooLarge() throws Exception {
        String answer = raw("GET /api/things/1 HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000)
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*");
        assertThat(answer.toLowerCase()).doesNotContain("tomcat", "exception", "<html");
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .collect(Collectors.joining("\n"));
        }
    }

    private HttpRequest.Builder upload(String boundary, String csv) {
        return post("/api/things/import", "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\""
                + "\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--" + boundary + "--\r\n",
                "multipart/form-data; boundary=" + boundary).header("Idempotency-Key", "upload");
    }

    private HttpRequest.Builder patch(String body, String type) {
        return request("/api/things/1", KEYS.token(BOTH)).header("Content-Type", type)
                .method("PATCH", BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder post(String path, String body, String type) {
        return request(path, KEYS.token(BOTH)).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return mapper.readTree(answer.body());
    }

    private JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = mapper.readTree(answer.body());
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank().doesNotContain("{0}");
        assertThat(problem.get("instance").stringValue()).startsWith("/");
        return problem;
    }
}
