package io.rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser gets of the page: here of the small one among the resources of this test. */
class ServedPageTest extends RunningGateway {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/customers", "/customers/1?asOf=2026-11-22T00:00:00Z", "/deep/down/a.b"})
    void everyAddressOfThePageIsItsDocument(String path) throws Exception {
        HttpResponse<String> page = send(visit(path));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Language")).isEmpty();
        assertThat(page.body()).contains("<title>A small page</title>");
        assertThat(page.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/html"));
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @ParameterizedTest
    @CsvSource({"/,%2F", "/customers?q=a%20b&page=2,%2Fcustomers%3Fq%3Da%2520b%26page%3D2"})
    void aBrowserWithoutASessionIsLedToTheSignInFirst(String path, String from) throws Exception {
        HttpResponse<String> answer = send(request(path).header("Accept", BROWSER).GET());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/login?from=" + from);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValueSatisfying(
                control -> assertThat(control).contains("no-store"));
    }

    @Test
    void theDocumentIsSentAgainOnlyWhenItIsAnother() throws Exception {
        String tag = send(visit("/")).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = send(visit("/customers").header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void filesWithADigestInTheirNameAreKept() throws Exception {
        HttpResponse<String> script = send(request("/assets/index-0a1b2c3d.js").GET());

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript");
        assertThat(script.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(script.body()).isEqualTo("document.title += '!';\n");
    }

    @ParameterizedTest
    @CsvSource({"'gzip, deflate, br',br", "gzip,gzip", "identity,", "deflate,"})
    void filesGoOutAsTheyLieThereCompressed(String accepted, String encoding) throws Exception {
        for (String path : new String[] {"/assets/index-0a1b2c3d.js", "/"}) {
            HttpResponse<byte[]> file = http.send(visit(path).header("Accept-Encoding", accepted).build(),
                    BodyHandlers.ofByteArray());

            assertThat(file.headers().firstValue("Content-Encoding").orElse(null)).as(path).isEqualTo(encoding);
            if (encoding != null) {
                assertThat(file.headers().allValues("Vary")).as(path).contains("Accept-Encoding");
                assertThat(new String(file.body(), StandardCharsets.UTF_8)).as(path).startsWith(encoding);
            }
        }
    }

    @Test
    void eachWayOfCompressingHasATagOfItsOwn() throws Exception {
        String plain = tag("identity");
        String compressed = tag("br");

        assertThat(plain).isNotEqualTo(compressed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/index-ffffffff.js", "/assets/", "/assets/../index.html.bak", "/api", "/logout",
            "/oauth2/nothing", "/.well-known/nothing", "/actuator/health", "/internal/records"})
    void whatIsMissingIsNoPage(String path) throws Exception {
        HttpRequest.Builder missing = signedIn(path).header("Accept", BROWSER).GET();

        assertThat(send(missing).statusCode()).isBetween(400, 404);
    }

    @Test
    void programsGetNoPageForAnAddressThatIsNone() throws Exception {
        problem(send(request("/nothing").GET()), 404, "unknown-path");
        problem(send(request("/nothing").header("Accept", "*/*").GET()), 404, "unknown-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/index-0a1b2c3d.js", "/api/customers", "/nothing", "/signed-out"})
    void browsersAreToldWhatToTrust(String path) throws Exception {
        HttpResponse<String> answer = send(request(path).GET());

        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy ->
                assertThat(policy).contains("frame-ancestors 'none'").doesNotContain("script-src 'unsafe"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    private HttpRequest.Builder visit(String path) {
        return request(path).header("Accept", BROWSER).header("Cookie", "rapport-session=of-some-time").GET();
    }

    private String tag(String encoding) throws Exception {
        return http.send(visit("/").header("Accept-Encoding", encoding).build(),
                BodyHandlers.ofByteArray()).headers().firstValue("ETag").orElseThrow();
    }
}
