package io.rapport.values;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of hosts that are reachable from elsewhere: at least two labels, the last not a number. */
final class HostName {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int MAX_NAME = 253;

    private HostName() {
    }

    /** The lower-case ASCII form; empty when the text is no such name. */
    static Optional<String> ascii(String text) {
        String ascii;
        try {
            ascii = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAName) {
            // Java's IDN also fails by index on some malformed input.
            return Optional.empty();
        }
        String[] labels = ascii.split("\\.", -1);
        if (labels.length < 2 || ascii.length() > MAX_NAME) {
            return Optional.empty();
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return Optional.empty();
            }
        }
        if (Character.isDigit(labels[labels.length - 1].charAt(0))) {
            return Optional.empty();
        }
        return Optional.of(ascii);
    }
}
