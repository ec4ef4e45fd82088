package io.rapport.reporting.search.text;

/**
 * Texts as they were written, for counting them: conditions take several spellings for one text, and people are shown
 * one of them. A long text is cut, and a mark of the whole keeps it apart from others that begin alike.
 */
public final class Spellings {

    private static final int MAX_LENGTH = 200;
    private static final char MARK = '\uFFFF';
    private static final int MARK_LENGTH = 65;

    private Spellings() {
    }

    /** The spelling of a text, of bounded length. */
    public static String of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        String folded = TextFolding.fold(text);
        return folded.length() <= EqualityKeys.WHOLE ? folded : Words.clipped(text, MAX_LENGTH) + mark(folded);
    }

    /** Equal for two spellings when the {@link EqualityKeys} of their texts are. */
    public static String key(String spelling) {
        if (isCut(spelling)) {
            return spelling.substring(spelling.length() - MARK_LENGTH);
        }
        String folded = TextFolding.fold(spelling);
        return folded.length() <= EqualityKeys.WHOLE ? folded : mark(folded);
    }

    /** Whether a text with this one of the {@link EqualityKeys} may be spelled so. */
    public static boolean isOf(String spelling, String equalityKey) {
        String key = key(spelling);
        return key.length() == MARK_LENGTH && key.charAt(0) == MARK ? equalityKey.endsWith(key) : equalityKey.equals(key);
    }

    /** The text as people are shown it. */
    public static String shown(String spelling) {
        return isCut(spelling) ? spelling.substring(0, spelling.length() - MARK_LENGTH) : spelling;
    }

    private static String mark(String folded) {
        return MARK + EqualityKeys.digest(folded);
    }

    private static boolean isCut(String spelling) {
        return spelling.length() > MARK_LENGTH && spelling.charAt(spelling.length() - MARK_LENGTH) == MARK;
    }
}
