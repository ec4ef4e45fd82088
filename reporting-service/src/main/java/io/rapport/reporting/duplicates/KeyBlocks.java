package io.rapport.reporting.duplicates;

import java.util.Arrays;

/**
 * Records that have keys in common, without comparing each with each: keys are sorted, and equal ones stand together.
 * Holds eight bytes for each key. Different keys may count as equal once in a trillion: whoever asks compares anyway.
 */
final class KeyBlocks {

    /** Records at most. */
    static final int MOST = 1 << 24;

    /** Takes two records that have a key in common, the lower first; the same two may come again. */
    @FunctionalInterface
    interface Pairs {

        void take(int first, int second);
    }

    private static final int ORDINAL_BITS = 24;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] entries = new long[1 << 10];
    private int size;

    /** @param ordinal of the record, below {@link #MOST} */
    void add(String key, int ordinal) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = hash(key) << ORDINAL_BITS | ordinal;
    }

    /**
     * Goes through all pairs that have a key in common.
     *
     * @param most       records that may share a key for each to be paired with each: what more of them share tells
     *                   little
     * @param neighbours how many of the following each is paired with where more share a key
     */
    void forEachPair(int most, int neighbours, Pairs pairs) {
        Arrays.sort(entries, 0, size);
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && entries[to] >>> ORDINAL_BITS == entries[from] >>> ORDINAL_BITS) {
                to++;
            }
            int reach = to - from <= most ? most : neighbours;
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to && j <= i + reach; j++) {
                    if (ordinal(i) != ordinal(j)) {
                        pairs.take(ordinal(i), ordinal(j));
                    }
                }
            }
            from = to;
        }
    }

    private int ordinal(int entry) {
        return (int) (entries[entry] & MOST - 1);
    }

    private static long hash(String key) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        return hash ^ hash >>> 29;
    }
}
