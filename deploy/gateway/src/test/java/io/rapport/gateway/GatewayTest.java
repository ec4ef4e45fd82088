package io.rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as programs see it, with stubs for the services behind it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"rapport.identity.local=true", "management.server.port=0"})
class GatewayTest {

    private static final StubService CUSTOMER = new StubService("customer");
    private static final StubService CONTACT = new StubService("contact");
    private static final StubService REPORTING = new StubService("reporting");
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private JsonMapper mapper;
    @LocalServerPort
    private int port;
    private String token;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("rapport.identity.key-file", () -> folder.resolve("identity/key.json").toString());
        properties.add("rapport.services.customer", CUSTOMER::address);
        properties.add("rapport.services.contact", CONTACT::address);
        properties.add("rapport.services.reporting", REPORTING::address);
        // Nobody listens on this port.
        properties.add("rapport.services.interaction", () -> "http://127.0.0.1:1");
    }

    @BeforeEach
    void signIn() throws Exception {
        CUSTOMER.behaveAsEver();
        CONTACT.behaveAsEver();
        REPORTING.behaveAsEver();
        token = mapper.readTree(send(tokenRequest("demo-rep", "demo", "")).body()).get("access_token").stringValue();
    }

    // --- signing in

    @Test
    void givesTokensWithTheClaimsOfTheRole() throws Exception {
        JsonNode claims = mapper.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));

        assertThat(claims.get("sub").stringValue()).isEqualTo("zhangsan");
        assertThat(claims.get("iss").stringValue()).isEqualTo("http://localhost:8080");
        assertThat(claims.get("aud").toString()).contains("rapport");
        assertThat(claims.get("roles").toString()).isEqualTo("[\"rep\"]");
        assertThat(claims.get("team").stringValue()).isEqualTo("/east/shanghai");
        assertThat(claims.get("scope").stringValue().split(" ")).contains("customers:read", "customers:write");
        assertThat(claims.get("exp").longValue() - claims.get("iat").longValue()).isEqualTo(3_600);
    }

    @ParameterizedTest
    @CsvSource({"demo-admin,admin,administrator,", "demo-manager,manager,manager,/east",
            "demo-rep-north,lisi,rep,/north/beijing", "demo-analyst,analyst,analyst,", "demo-service,service,service,",
            "demo-marketer,marketer,marketer,", "demo-integration,integration,integration,"})
    void knowsEveryDemoClient(String client, String user, String role, String team) throws Exception {
        HttpResponse<String> answer = send(tokenRequest(client, "demo", ""));
        JsonNode claims = mapper.readTree(Base64.getUrlDecoder()
                .decode(mapper.readTree(answer.body()).get("access_token").stringValue().split("\\.")[1]));

        assertThat(claims.get("sub").stringValue()).isEqualTo(user);
        assertThat(claims.get("roles").toString()).isEqualTo("[\"" + role + "\"]");
        assertThat(claims.path("team").asString("")).isEqualTo(team == null ? "" : team);
    }

    @Test
    void narrowsTokensOnRequestAndNeverWidensThem() throws Exception {
        assertThat(mapper.readTree(send(tokenRequest("demo-rep", "demo", "&scope=customers:read")).body())
                .get("scope").stringValue()).isEqualTo("customers:read");
        HttpResponse<String> wider = send(tokenRequest("demo-rep", "demo", "&scope=admin"));
        assertThat(wider.statusCode()).isEqualTo(400);
        assertThat(wider.body()).contains("invalid_scope");
    }

    @Test
    void slowsDownWhoeverGuessesSecrets() throws Exception {
        for (int guess = 0; guess < 10; guess++) {
            assertThat(send(tokenRequest("demo-guessed", "guess" + guess, "")).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> next = send(tokenRequest("demo-guessed", "demo", ""));
        problem(next, 429, "too-many-requests");
        assertThat(Integer.parseInt(next.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 10);
        assertThat(send(tokenRequest("demo-rep", "demo", "")).statusCode()).isEqualTo(200);
    }

    @Test
    void publishesThePublicHalfOfItsKeyOnly() throws Exception {
        JsonNode key = mapper.readTree(send(request("/oauth2/jwks").GET()).body()).get("keys").get(0);

        assertThat(key.propertyNames()).contains("n", "e", "kid").doesNotContain("d", "p", "q");
    }

    @Test
    void stopsStrangers() throws Exception {
        HttpResponse<String> answer = send(request("/api/customers").GET());

        problem(answer, 401, "not-signed-in");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        problem(send(request("/api/customers").header("Authorization", "Bearer x.y.z").GET()), 401, "token-invalid");
    }

    // --- routing

    @ParameterizedTest
    @CsvSource({
            "GET,/api/customers?q=a%20b&filter=name%20eq%20'x',reporting",
            "GET,/api/customers/1/timeline,reporting",
            "GET,/api/customers/facets?fields=region,reporting",
            "POST,/api/customers,customer",
            "POST,/api/customers/1/merge,customer",
            "POST,/api/customers/duplicates/check,reporting",
            "GET,/api/customers/duplicates,reporting",
            "PATCH,/api/customers/1,customer",
            "PUT,/api/customers/1,customer",
            "DELETE,/api/customers/1?reason=moved,customer",
            "POST,/api/customers/1/restore,customer",
            "POST,/api/contacts,contact",
            "GET,/api/contacts/1,reporting",
            "GET,/api/opportunities/facets,reporting",
            "GET,/api/orders/1/history,reporting",
            "GET,/api/interactions,reporting",
            "GET,/api/jobs,customer",
            "GET,/api/jobs/customer-17,customer",
            "GET,/api/value-lists/level,customer",
            "PUT,/api/custom-fields/customer/budget,customer",
            "POST,/api/opportunities/1/stage,customer",
            "GET,/api/opportunities/board?pipeline=default,reporting",
            "PUT,/api/pipelines/default,customer",
            "GET,/api/exchange-rates?date=2026-11-22,customer",
            "GET,/api/review-rules/customer,customer",
            "PATCH,/api/views/7,customer",
            "GET,/api/segments,customer",
            "PUT,/api/segments/7,customer",
            "GET,/api/segments/7/members?size=1,reporting",
            "GET,/api/jobs/contact-17/refused,contact",
            "POST,/api/jobs/customer-17/stop,customer",
            "GET,/api/admin/dead-letters,reporting",
            "POST,/api/admin/dead-letters/7/retry,reporting"})
    void asksTheServiceThatKnows(String method, String path, String service) throws Exception {
        HttpResponse<String> answer = send(signedIn(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.body()).isEqualTo(service + " " + method + " " + path.replace("'", "%27"));
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/nothing", "GET,/nothing", "GET,/api/jobs/unknown-1", "POST,/actuator/health",
            "GET,/internal/records/1/events?until=2026-11-22T00:00:00Z"})
    void knowsNoOtherPath(String method, String path) throws Exception {
        problem(send(signedIn(path).method(method, BodyPublishers.noBody())), 404, "unknown-path");
    }

    @Test
    void refusesWhatItCannotReadItself() throws Exception {
        problem(send(signedIn("/api/customers").header("Content-Type", "garbage/;;").POST(BodyPublishers.ofString("{}"))),
                415, "media-type-malformed");
        problem(send(signedIn("/api/customers?q=%ff").GET()), 400, "bad-request");
    }

    @Test
    void saysWhenAServiceIsAway() throws Exception {
        HttpResponse<String> answer = send(signedIn("/api/interactions")
                .header("Accept-Language", "zh-CN").POST(BodyPublishers.ofString("{}")));

        assertThat(problem(answer, 503, "service-unavailable").get("title").stringValue()).isEqualTo("服务不可用");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void passesTheConventionsThrough() throws Exception {
        CUSTOMER.behave(exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("ETag", "\"4\"");
            exchange.getResponseHeaders().add("Consistency-Token", "abc");
            exchange.getResponseHeaders().add("X-Correlation-Id", "said by the service");
            StubService.reply(exchange, 412, "{}");
        });

        HttpResponse<String> answer = send(signedIn("/api/customers/1").header("If-Match", "\"3\"")
                .header("Idempotency-Key", "k1").header("Consistency-Token", "t1").header("X-Correlation-Id", "c1")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .method("PATCH", BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"4\"");
        assertThat(answer.headers().firstValue("Consistency-Token")).hasValue("abc");
        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("c1");
        assertThat(CUSTOMER.lastHeader("Authorization")).isEqualTo("Bearer " + token);
        assertThat(CUSTOMER.lastHeader("If-Match")).isEqualTo("\"3\"");
        assertThat(CUSTOMER.lastHeader("Idempotency-Key")).isEqualTo("k1");
        assertThat(CUSTOMER.lastHeader("Consistency-Token")).isEqualTo("t1");
        assertThat(CUSTOMER.lastHeader("X-Correlation-Id")).isEqualTo("c1");
        assertThat(CUSTOMER.lastHeader("Content-Length")).isEqualTo("2");
        assertThat(CUSTOMER.lastHeader("X-Forwarded-For")).isNull();
        assertThat(CUSTOMER.lastHeader("traceparent")).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
    }

    // --- streaming

    @Test
    void handsUploadsOnWhileTheyArrive() throws Exception {
        CountDownLatch serviceHasSeenTheBeginning = new CountDownLatch(1);
        CONTACT.behave(exchange -> {
            InputStream body = exchange.getRequestBody();
            long size = body.readNBytes(MEGABYTE).length;
            serviceHasSeenTheBeginning.countDown();
            byte[] buffer = new byte[64 * 1024];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
            }
            StubService.reply(exchange, 200, Long.toString(size));
        });
        byte[] part = new byte[8 * MEGABYTE];
        Arrays.fill(part, (byte) 'x');
        InputStream rest = new InputStream() {
            @Override
            public int read() throws IOException {
                // The end is held back until the service has the beginning.
                await(serviceHasSeenTheBeginning);
                return -1;
            }
        };

        HttpResponse<String> answer = send(signedIn("/api/contacts/import")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                        List.of(new java.io.ByteArrayInputStream(part), rest))))));

        assertThat(answer.body()).isEqualTo(Integer.toString(part.length));
    }

    @Test
    void handsDownloadsOnWhileTheyArrive() throws Exception {
        CountDownLatch clientHasSeenTheBeginning = new CountDownLatch(1);
        byte[] part = new byte[MEGABYTE];
        REPORTING.behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(part);
            exchange.getResponseBody().flush();
            await(clientHasSeenTheBeginning);
            exchange.getResponseBody().write(part);
        });

        HttpResponse<InputStream> answer = http.send(signedIn("/api/customers/export").GET().build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(MEGABYTE / 2)).hasSize(MEGABYTE / 2);
            clientHasSeenTheBeginning.countDown();
            assertThat(body.readAllBytes()).hasSize(2 * MEGABYTE - MEGABYTE / 2);
        }
    }

    @Test
    void hangsUpOnAServiceWhenTheClientHasHungUp() throws Exception {
        CountDownLatch serviceHasStopped = new CountDownLatch(1);
        byte[] part = new byte[MEGABYTE];
        REPORTING.behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(part);
                }
            } catch (IOException hungUp) {
                serviceHasStopped.countDown();
            }
        });

        HttpResponse<InputStream> answer = http.send(signedIn("/api/customers/export").GET().build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(MEGABYTE)).hasSize(MEGABYTE);
        }

        await(serviceHasStopped);
    }

    @Test
    void aDownloadThatBreaksOffDoesNotLookWhole() throws Exception {
        byte[] part = new byte[MEGABYTE];
        REPORTING.behave(exchange -> {
            exchange.sendResponseHeaders(200, 4L * MEGABYTE);
            exchange.getResponseBody().write(part);
            exchange.getResponseBody().flush();
        });

        HttpRequest.Builder export = signedIn("/api/customers/export").GET();
        assertThatThrownBy(() -> http.send(export.build(), BodyHandlers.ofByteArray())).isInstanceOf(IOException.class);
    }

    @Test
    void hearsAServiceThatRefusesAnUploadBeforeItsEnd() throws Exception {
        CountDownLatch clientHasTheAnswer = new CountDownLatch(1);
        CONTACT.behave(exchange -> {
            StubService.reply(exchange, 403, "no");
            await(clientHasTheAnswer);
        });

        HttpResponse<String> answer = send(signedIn("/api/contacts/import").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(new byte[16 * MEGABYTE])));
        clientHasTheAnswer.countDown();

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void refusesUploadsBeyondAllBoundsUnread() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(("POST /api/contacts/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Length: 600000000\r\n\r\n").getBytes());

            assertThat(new String(socket.getInputStream().readNBytes("HTTP/1.1 413".length()))).isEqualTo("HTTP/1.1 413");
        }
    }

    // --- the root

    @Test
    void saysAtTheRootThatItRuns() throws Exception {
        HttpResponse<String> page = send(request("/").GET());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.body()).contains("平台正在运行", "平台正在執行", "The platform is running");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the other side has not seen the beginning");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder tokenRequest(String client, String secret, String more) {
        return request("/oauth2/token").header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes()))
                .POST(BodyPublishers.ofString("grant_type=client_credentials" + more));
    }

    private HttpRequest.Builder signedIn(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = mapper.readTree(answer.body());
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        return problem;
    }
}
