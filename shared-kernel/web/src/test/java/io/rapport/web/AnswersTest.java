package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever asks badly gets to read, and what he does not. */
class AnswersTest extends RunningService {

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
}
