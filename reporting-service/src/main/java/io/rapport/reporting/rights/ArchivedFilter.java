package io.rapport.reporting.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which records a query wants by whether they are archived: {@code ?archived=exclude|include|only}. */
public enum ArchivedFilter {

    EXCLUDE,
    INCLUDE,
    ONLY;

    public static Optional<ArchivedFilter> of(String text) {
        return Arrays.stream(values()).filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text)).findFirst();
    }
}
