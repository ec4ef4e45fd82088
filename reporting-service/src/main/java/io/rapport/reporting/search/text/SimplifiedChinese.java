package io.rapport.reporting.search.text;

import com.ibm.icu.text.Transliterator;

import java.util.HashMap;
import java.util.Map;

/**
 * Traditional characters to their simplified form, one character at a time: ICU's table, read once into a map because
 * its transliterator takes a lock on every call.
 */
final class SimplifiedChinese {

    /** The ideographs that ICU's table knows variants of: the unified block and extension A. */
    private static final int[][] BLOCKS = {{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}};

    private static final int MAX_STEPS = 4;

    private static final Map<Integer, Integer> SIMPLIFIED = table();

    private SimplifiedChinese() {
    }

    /** The simplified form of {@code codePoint}, or itself where there is none; simplifying again changes nothing. */
    static int of(int codePoint) {
        return SIMPLIFIED.getOrDefault(codePoint, codePoint);
    }

    private static Map<Integer, Integer> table() {
        Transliterator toSimplified = Transliterator.getInstance("Hant-Hans");
        Map<Integer, Integer> single = new HashMap<>();
        for (int[] block : BLOCKS) {
            for (int traditional = block[0]; traditional <= block[1]; traditional++) {
                String simplified = toSimplified.transliterate(Character.toString(traditional));
                if (simplified.codePointCount(0, simplified.length()) == 1 && simplified.codePointAt(0) != traditional) {
                    single.put(traditional, simplified.codePointAt(0));
                }
            }
        }
        Map<Integer, Integer> table = new HashMap<>();
        single.keySet().forEach(traditional -> table.put(traditional, end(single, traditional)));
        table.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return Map.copyOf(table);
    }

    /** Follows chains to their end; a circle of variants ends at its smallest member, whichever of them it began with. */
    private static int end(Map<Integer, Integer> single, int start) {
        int at = start;
        for (int step = 0; step < MAX_STEPS && single.containsKey(at); step++) {
            at = single.get(at);
        }
        int smallest = at;
        for (int step = 0; step < MAX_STEPS && single.containsKey(at); step++) {
            at = single.get(at);
            smallest = Math.min(smallest, at);
        }
        return smallest;
    }
}
