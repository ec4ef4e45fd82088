package io.rapport.web.problem;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Turns what went wrong into a problem document in the reader's language: the only place that writes one. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Messages messages;
    private final JsonMapper mapper;
    private final Iterable<RefusalWitness> witnesses;

    Problems(Messages messages, JsonMapper mapper, Iterable<RefusalWitness> witnesses) {
        this.messages = messages;
        this.mapper = mapper;
        this.witnesses = witnesses;
    }

    /** The document for a refusal of the domain, as an answer of a controller. */
    public ResponseEntity<Problem> answer(Refusal refusal, HttpServletRequest request) {
        return answer(ProblemException.of(refusal), request);
    }

    /** The document as an answer of a controller. */
    public ResponseEntity<Problem> answer(ProblemException problem, HttpServletRequest request) {
        if (problem.status() == HttpStatus.FORBIDDEN) {
            witnesses.forEach(witness -> witness.refused(request, problem.code()));
        }
        Locale locale = localeOf(request);
        return ResponseEntity.status(problem.status())
                .headers(problem.headers())
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(describe(problem, request, locale));
    }

    /** Writes the document where no controller is: in filters and below. Does nothing when an answer is under way. */
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ResponseEntity<Problem> answer = answer(problem, request);
        byte[] body = mapper.writeValueAsBytes(answer.getBody());
        response.resetBuffer();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /**
     * A fault of ours: logged in full under an id, answered with nothing but that id.
     *
     * @param fault null when only the status is known
     */
    public ProblemException internal(Throwable fault, HttpServletRequest request) {
        String id = UUID.randomUUID().toString();
        log.error("Fault {} at {} {}", id, request.getMethod(), placeOf(request), fault);
        return ProblemException.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", id);
    }

    /** The pattern that the address fits rather than the address: this may be as secret as a password. */
    private static Object placeOf(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "an address that fits no handler" : pattern;
    }

    private Problem describe(ProblemException problem, HttpServletRequest request, Locale locale) {
        String title = messages.find("title." + problem.status().value(), List.of(), locale)
                .orElseGet(problem.status()::getReasonPhrase);
        List<Problem.Item> items = problem.errors().stream()
                .map(error -> new Problem.Item(error.field(), error.code(), sentence(error, locale)))
                .toList();
        String detail = sentence(FieldError.of("", problem.code(), problem.arguments().toArray()), locale);
        return new Problem(problem.status().value(), title, detail, request.getRequestURI(), problem.code(), items,
                problem.members());
    }

    /** The sentence for one reason, for texts that are no problem documents, such as the rows an import refused. */
    public String sentence(FieldError error, Locale locale) {
        return messages.find(error.code(), error.arguments(), locale).orElseGet(() -> {
            log.warn("No message for code {}", error.code());
            return messages.find("not-accepted", List.of(), locale).orElse(error.code());
        });
    }

    private static Locale localeOf(HttpServletRequest request) {
        return Languages.choose(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
