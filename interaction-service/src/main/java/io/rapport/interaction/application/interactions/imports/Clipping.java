package io.rapport.interaction.application.interactions.imports;

import java.util.function.IntPredicate;

/** Makes texts of foreign programs fit what interactions may hold. */
final class Clipping {

    /** Characters of a text that are taken over; what comes behind in a mail is mostly quoted. */
    static final int TEXT = 30_000;
    static final int SUBJECT = 500;
    static final int NAME = 200;
    static final int FILE_NAME = 255;
    static final int ADDRESS = 320;
    static final int MESSAGE_ID = 1_000;

    private Clipping() {
    }

    /** Null where nothing is left. */
    static String line(String text, int most) {
        return clipped(text, most, c -> false);
    }

    /** Null where nothing is left. */
    static String lines(String text, int most) {
        return clipped(text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n'), most,
                c -> c == '\n' || c == '\t');
    }

    /** Without control characters, lone surrogates and what is no character at all. */
    private static String clipped(String text, int most, IntPredicate kept) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), most));
        text.codePoints().limit(2L * most).map(c -> kept.test(c) || !isForeign(c) ? c : ' ').limit(most)
                .forEach(clean::appendCodePoint);
        String clipped = clean.toString().strip();
        return clipped.isEmpty() ? null : clipped;
    }

    private static boolean isForeign(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    }
}
