package io.rapport.interaction.application.interactions.imports;

import io.rapport.jobs.reading.ByteSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an uploaded file is, told by how it begins and not by its name. */
enum FileKind {
    MAIL,
    MAILBOX,
    CALENDAR,
    /** Nothing that interactions are made of. */
    OTHER;

    private static final int LOOKED_AT = 4_096;
    private static final Pattern FIELD = Pattern.compile("(?i)(return-path|received|delivered-to|from|to|cc|subject|date"
            + "|message-id|mime-version|content-type|x-[a-z0-9-]+|dkim-signature|authentication-results|arc-[a-z-]+"
            + "|reply-to|sender|envelope-to|thread-[a-z]+|in-reply-to|references|list-[a-z]+)[ \\t]*:.*", Pattern.DOTALL);
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    static FileKind of(ByteSource file) throws IOException {
        String start;
        try (InputStream bytes = file.open()) {
            start = new String(bytes.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
        }
        String text = (start.startsWith(BYTE_ORDER_MARK) ? start.substring(BYTE_ORDER_MARK.length()) : start)
                .stripLeading();
        if (text.startsWith("From ")) {
            return MAILBOX;
        }
        if (text.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCALENDAR")) {
            return CALENDAR;
        }
        return FIELD.matcher(text).matches() ? MAIL : OTHER;
    }
}
