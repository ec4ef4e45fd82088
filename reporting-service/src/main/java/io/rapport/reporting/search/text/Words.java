package io.rapport.reporting.search.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Cuts a folded text into words and into runs of scripts that are written without spaces. */
public final class Words {

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO, UnicodeScript.THAI);

    /**
     * A stretch of letters and digits of one sort.
     *
     * @param spaceless whether it is written without spaces, so that any part of it is a word
     */
    public record Run(String text, boolean spaceless) {
    }

    private Words() {
    }

    /** The runs of a text in order; what is neither letter nor digit separates them. */
    public static List<Run> runs(String folded) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean spaceless = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            boolean belongs = Character.isLetterOrDigit(c) || !run.isEmpty() && isMark(c);
            boolean sort = isMark(c) ? spaceless : isSpaceless(c);
            if (!run.isEmpty() && (!belongs || sort != spaceless)) {
                runs.add(new Run(run.toString(), spaceless));
                run.setLength(0);
            }
            if (belongs) {
                spaceless = sort;
                run.appendCodePoint(c);
            }
        }
        if (!run.isEmpty()) {
            runs.add(new Run(run.toString(), spaceless));
        }
        return runs;
    }

    /** The digits of a text, without anything else. */
    static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    /** The beginning of a text, at most {@code max} chars, never half a character. */
    public static String clipped(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    private static boolean isSpaceless(int codePoint) {
        return codePoint > 0x7F && WITHOUT_SPACES.contains(UnicodeScript.of(codePoint));
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
