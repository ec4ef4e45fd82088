package io.rapport.reporting.history;

import io.rapport.contracts.refusal.Refusal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a history begins. History only grows at its newer end, so that a position keeps its meaning.
 *
 * @param sequence of the event
 * @param skipped  changes of that event that were shown before
 */
record HistoryPosition(long sequence, int skipped) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})/(\\d{1,9})");

    /** Opaque to clients. */
    String cursor() {
        byte[] written = (sequence + "/" + skipped).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(written);
    }

    /**
     * @throws Refusal UNREADABLE if it is not a cursor
     */
    static HistoryPosition of(String cursor) {
        try {
            Matcher written = WRITTEN.matcher(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            if (written.matches()) {
                return new HistoryPosition(Long.parseLong(written.group(1)), Integer.parseInt(written.group(2)));
            }
        } catch (IllegalArgumentException notACursor) {
            // refused below
        }
        throw Refusal.of(Refusal.Kind.UNREADABLE, "cursor", "cursor-invalid");
    }
}
