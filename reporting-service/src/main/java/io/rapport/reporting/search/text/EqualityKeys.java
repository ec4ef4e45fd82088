package io.rapport.reporting.search.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys that are equal when the folded texts are; short ones are the folded text, so that they also tell its beginning. */
public final class EqualityKeys {

    /** Characters of the folded text that a key begins with, however long the text is. */
    public static final int WHOLE = 200;

    private EqualityKeys() {
    }

    /** The key of a folded text, far below the length that an index takes. */
    public static String of(String folded) {
        return folded.length() <= WHOLE ? folded : Words.clipped(folded, WHOLE) + '\uFFFF' + digest(folded);
    }

    /** In hexadecimal digits. */
    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
