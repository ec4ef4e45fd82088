package io.rapport.reporting.past;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

import io.rapport.contracts.refusal.Refusal;

/** A past moment, as {@code ?asOf=2026-01-31T08:00:00Z} names it. */
public record AsOf(Instant instant) {

    public static final String PARAMETER = "asOf";

    private static final Pattern FORM = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})");

    /**
     * @param text as the query has it; null for none
     * @return null for none
     * @throws Refusal UNREADABLE, naming the parameter, when it is no moment or one that has yet to come
     */
    public static AsOf read(String text, Instant now) {
        if (text == null) {
            return null;
        }
        Instant instant = instant(text);
        if (instant.isAfter(now)) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, PARAMETER, "as-of-in-future");
        }
        return new AsOf(instant);
    }

    private static Instant instant(String text) {
        try {
            if (FORM.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException noSuchMoment) {
            // refused below
        }
        throw Refusal.of(Refusal.Kind.UNREADABLE, PARAMETER, "expected-instant");
    }
}
