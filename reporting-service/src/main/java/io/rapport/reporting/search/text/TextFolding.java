package io.rapport.reporting.search.text;

import com.ibm.icu.text.Normalizer2;

import java.util.regex.Pattern;

/**
 * Makes texts equal that a person takes for the same: width, case, accents of European letters, traditional and
 * simplified characters, and the amount of white space do not count. Applied when a record is indexed and to every text
 * of a query, so that Elasticsearch needs no analysis of its own.
 */
public final class TextFolding {

    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern BLANKS = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}\\u2800\\u3164]+");

    /** Folding a folded text again changes nothing; a few odd characters need a second round to get there. */
    private static final int MAX_ROUNDS = 4;

    private TextFolding() {
    }

    /** The folded text, without white space at its ends; empty for a text of nothing but white space. */
    public static String fold(String text) {
        String folded = text;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            String next = once(folded);
            if (next.equals(folded)) {
                return next;
            }
            folded = next;
        }
        return folded;
    }

    private static String once(String text) {
        if (isPlain(text)) {
            return text;
        }
        String withoutAccents = ACCENTS.matcher(NFD.normalize(wellFormed(text))).replaceAll("");
        String caseless = NFKC_CASEFOLD.normalize(withoutAccents);
        StringBuilder simplified = new StringBuilder(caseless.length());
        caseless.codePoints().map(SimplifiedChinese::of).forEach(simplified::appendCodePoint);
        return BLANKS.matcher(simplified).replaceAll(" ").strip();
    }

    /** Whether the text is lower-case ASCII letters, digits and single inner spaces only: already folded. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean innerSpace = c == ' ' && i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ';
            if (!innerSpace && (c < '!' || c > '~' || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** A lone surrogate has no form in UTF-8: it becomes the replacement character. */
    private static String wellFormed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
