package io.rapport.web.request;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.web.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * The {@code If-Match} header as a controller argument; also when the request has none.
 *
 * @param given   whether the header was there; {@code *} counts
 * @param version version the sender has seen, from 1; null when any version will do
 */
public record IfMatch(boolean given, Long version) {

    private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * @param header null when absent
     * @throws ProblemException 400 when it is not one entity tag or {@code *}
     * @throws Refusal          OUTDATED when it is a tag that no version of a record can have; weak tags are among them,
     *                          since {@code If-Match} compares strongly (RFC 9110, 13.1.1)
     */
    static IfMatch parse(String header) {
        if (header == null) {
            return new IfMatch(false, null);
        }
        if (header.strip().equals("*")) {
            return new IfMatch(true, null);
        }
        Matcher tag = ENTITY_TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw ProblemException.badRequest("if-match-malformed");
        }
        if (tag.group(1) != null || !VERSION.matcher(tag.group(2)).matches()) {
            throw Refusal.of(Refusal.Kind.OUTDATED, "If-Match", "outdated");
        }
        return new IfMatch(true, Long.valueOf(tag.group(2)));
    }

    /**
     * For a full replacement, which must say what it replaces.
     *
     * @throws ProblemException 428 when the header is absent
     */
    public IfMatch required() {
        if (!given) {
            throw ProblemException.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-required");
        }
        return this;
    }
}
