package io.rapport.reporting.search.text;

import java.util.Arrays;
import java.util.List;

/**
 * One word of the search box, read in the same way as the texts it is compared with.
 *
 * @param text      the folded word, as it may begin a key
 * @param beginnings words that must all begin a key, when {@code text} itself does not
 * @param parts     runs that must all be part of a text written without spaces, likewise
 */
public record SearchedWord(String text, List<String> beginnings, List<String> parts) {

    private static final String PHONE_SIGNS = "+-()./0123456789";

    /** The words of a search box, at most {@code max}; signs that stand alone are no words. */
    public static List<SearchedWord> of(String searched, int max) {
        return Arrays.stream(TextFolding.fold(searched).split(" "))
                .map(SearchedWord::read)
                .filter(word -> !word.beginnings.isEmpty() || !word.parts.isEmpty())
                .distinct()
                .limit(max)
                .toList();
    }

    private static SearchedWord read(String folded) {
        List<Words.Run> runs = Words.runs(WebAddress.withoutScheme(folded));
        return new SearchedWord(
                whole(folded),
                runs.stream().filter(run -> !run.spaceless()).map(run -> clipped(run.text())).toList(),
                runs.stream().filter(Words.Run::spaceless).map(Words.Run::text).toList());
    }

    private static String whole(String folded) {
        boolean phone = folded.length() > 3 && folded.chars().allMatch(c -> PHONE_SIGNS.indexOf(c) >= 0);
        if (!phone) {
            return clipped(WebAddress.withoutScheme(folded));
        }
        String digits = Words.digits(folded);
        return clipped(digits.startsWith("00") && digits.length() > 10 ? digits.substring(2) : digits);
    }

    private static String clipped(String word) {
        return Words.clipped(word, SearchKeys.MAX_WORD);
    }
}
