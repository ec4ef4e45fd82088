package io.rapport.reporting.search.text;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cuts a folded text into overlapping pairs of characters, in order: Elasticsearch finds any part of a text as a phrase
 * of pairs, without wildcards. The last character stands alone, so that a pair beginning with a given character exists
 * for every character of the text.
 */
public final class Grams {

    /** Stands for a space inside a pair, because pairs are separated by spaces. */
    private static final int SPACE = '\u2423';

    private Grams() {
    }

    /** The pairs of a whole text, for the index: {@code abc} becomes {@code ab bc c}. */
    public static String ofText(String folded) {
        int[] characters = characters(folded);
        return IntStream.range(0, characters.length).mapToObj(i -> gram(characters, i)).collect(Collectors.joining(" "));
    }

    /** The pairs of a part to look for: {@code abc} becomes {@code ab bc}; a single character stays as it is. */
    public static String ofPart(String folded) {
        int[] characters = characters(folded);
        return IntStream.range(0, Math.max(1, characters.length - 1))
                .mapToObj(i -> gram(characters, i)).collect(Collectors.joining(" "));
    }

    /** The pairs as those of one field among several in one column. */
    public static String within(String field, String grams) {
        return grams.isEmpty() ? grams : field + ':' + grams.replace(" ", " " + field + ':');
    }

    /** Whether the part is one character, to be looked for as the beginning of a pair. */
    public static boolean isSingle(String folded) {
        return folded.codePointCount(0, folded.length()) == 1;
    }

    private static String gram(int[] characters, int at) {
        return new String(characters, at, Math.min(2, characters.length - at));
    }

    private static int[] characters(String folded) {
        return folded.codePoints().map(c -> c == ' ' ? SPACE : c).toArray();
    }
}
