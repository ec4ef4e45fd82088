package io.rapport.gateway.identity;

import io.rapport.gateway.plainpage.PlainPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The form of the built-in identity provider. It stands at the address of the authorization request itself and is sent
 * to the same address, so that no session is needed before anybody has signed in.
 */
final class SignInForm implements AuthenticationEntryPoint {

    static final String USER = "username";
    static final String PASSWORD = "password";

    /** OpenID Connect's own name for the language that the reader wants. */
    private static final String LANGUAGE = "ui_locales";
    private static final List<Map.Entry<String, String>> LANGUAGES = List.of(
            Map.entry("zh-CN", "简体中文"), Map.entry("zh-TW", "繁體中文"), Map.entry("en", "English"));
    private static final Map<String, String> LABELS = Map.of("title", "sign-in.title", "userLabel", "sign-in.user",
            "passwordLabel", "sign-in.password", "submit", "sign-in.submit", "trial", "sign-in.trial",
            "trialPassword", "sign-in.trial-password", "languages", "sign-in.languages");

    private final PlainPages pages;

    SignInForm(PlainPages pages) {
        this.pages = pages;
    }

    /** Asks somebody who has not signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        write(request, response, HttpStatus.OK, "");
    }

    void writeWrong(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, HttpStatus.UNPROCESSABLE_CONTENT,
                pages.sentence("sign-in.wrong", languageOf(request)));
    }

    void writeTooMany(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        write(request, response, HttpStatus.TOO_MANY_REQUESTS,
                pages.sentence("sign-in.too-many", languageOf(request), seconds));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String refused)
            throws IOException {
        Locale locale = languageOf(request);
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String user = refused.isEmpty() || request.getParameter(USER) == null ? "" : request.getParameter(USER);
        pages.write(response, status.value(), PlainPages.Page.SIGN_IN, locale, LABELS, Map.of(
                "path", request.getRequestURI(), "query", query, "refused", refused, "user", user, "asksUser", user.isEmpty(),
                "users", Arrays.stream(DemoClient.values()).map(DemoClient::user).toList(),
                "choices", choices(query, locale)));
    }

    private static List<Map<String, String>> choices(String query, Locale chosen) {
        return LANGUAGES.stream().map(language -> Map.of(
                "tag", language.getKey(), "name", language.getValue(),
                "address", language.getKey().equals(chosen.toLanguageTag()) ? "" : "?" + UriComponentsBuilder.newInstance()
                        .query(query).replaceQueryParam(LANGUAGE, language.getKey()).build().getQuery())).toList();
    }

    private static Locale languageOf(HttpServletRequest request) {
        return PlainPages.languageOf(request, request.getParameter(LANGUAGE));
    }
}
