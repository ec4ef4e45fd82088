package io.rapport.gateway.plainpage;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.web.problem.Languages;
import io.rapport.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The few pages that a browser gets before anybody has signed in: made here, without a script, in the language of the
 * reader.
 */
@Component
public final class PlainPages {

    private static final String STYLE = text("style.css");

    /** One file for each page, in {@code plain-pages}. */
    public enum Page {

        SIGN_IN("sign-in.html"),
        NOTICE("notice.html");

        private final Template template;

        Page(String file) {
            // A template that names something that is not there is our mistake and must show in the first test.
            template = Mustache.compiler().strictSections(true).emptyStringIsFalse(true).compile(text(file));
        }
    }

    private final Problems sentences;
    private final String policy;

    PlainPages(Problems sentences) {
        this.sentences = sentences;
        this.policy = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
                + "'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** The language for a reader: the one he chose if it is spoken here, else by {@code Accept-Language}. */
    public static Locale languageOf(HttpServletRequest request, String chosen) {
        return chosen != null && chosen.matches("zh-CN|zh-TW|en") ? Locale.forLanguageTag(chosen)
                : Languages.choose(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** A sentence of the message bundles. */
    public String sentence(String code, Locale locale, Object... arguments) {
        return sentences.sentence(FieldError.of("", code, arguments), locale);
    }

    /**
     * Answers with a page.
     *
     * @param labels  code of the sentence for each name that the page uses
     * @param content further values that the page uses; escaped by the page
     */
    public void write(HttpServletResponse response, int status, Page page, Locale locale, Map<String, String> labels,
            Map<String, ?> content) throws IOException {
        Map<String, Object> all = new HashMap<>(content);
        labels.forEach((name, code) -> all.put(name, sentence(code, locale)));
        all.put("language", locale.toLanguageTag());
        all.put("style", STYLE);
        byte[] body = page.template.execute(all).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("plain-pages/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String digest(String style) {
        try {
            return Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
