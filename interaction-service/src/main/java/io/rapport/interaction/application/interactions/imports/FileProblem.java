package io.rapport.interaction.application.interactions.imports;

import java.util.Arrays;
import java.util.Optional;

/** Why a message or an entry of a file cannot be brought in. */
enum FileProblem {
    /** Not a message at all. */
    MAIL_MALFORMED,
    /** Without a day on which it was sent, or with one that no calendar has. */
    MAIL_NO_DATE,
    /** Without anybody who sent it. */
    MAIL_NO_SENDER,
    /** Parts within parts within parts. */
    MAIL_TOO_DEEP,
    ENTRY_NO_UID,
    ENTRY_NO_START,
    ENTRY_CANCELLED,
    /** Takes place after the file was sent. */
    ENTRY_IN_FUTURE,
    /** Repeats more often than anybody meets. */
    ENTRY_TOO_OFTEN,
    /** Its time is told by a zone that nobody knows. */
    ENTRY_ZONE_UNKNOWN;

    /** Stable name, under which its message is kept: {@code mail-no-date}. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Optional<FileProblem> of(String code) {
        return Arrays.stream(values()).filter(problem -> problem.code().equals(code)).findFirst();
    }
}
