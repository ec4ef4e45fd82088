package io.rapport.reporting.duplicates;

import io.rapport.reporting.search.likeness.OrganisationName;
import io.rapport.reporting.search.likeness.Traits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Goes once through all customers and finds the pairs that are worth comparing. The work grows with the number of
 * customers, never with its square: what many have in common pairs each with a few others only. Holds some hundred
 * bytes for each customer.
 */
final class Sweep {

    /** Customers that may share a telephone, an address or a name for each to be compared with each. */
    private static final int MOST_ALIKE = 50;
    private static final int NEIGHBOURS = 5;
    /** Customers that may share two neighbouring characters of their names. */
    private static final int MOST_NEAR = 60;
    /** Pairs are compared in the order in which customers came; more of them than this are not looked for. */
    private static final int MOST_PAIRS = 2_000_000;

    private final List<String> ids = new ArrayList<>();
    private final KeyBlocks alike = new KeyBlocks();
    private final KeyBlocks domains = new KeyBlocks();
    private final KeyBlocks near = new KeyBlocks();
    private NameOutline[] outlines = new NameOutline[1 << 10];
    private long[] pairs = new long[1 << 10];
    private int found;

    void add(Traits customer) {
        int ordinal = ids.size();
        if (ordinal == KeyBlocks.MOST) {
            throw new IllegalStateException("more than " + KeyBlocks.MOST + " customers");
        }
        ids.add(customer.id());
        customer.keys().forEach(key -> alike.add(key, ordinal));
        customer.domainKeys().forEach(key -> domains.add(key, ordinal));
        List<String> nearKeys = customer.nearKeys();
        nearKeys.forEach(key -> near.add(key, ordinal));
        if (ordinal == outlines.length) {
            outlines = Arrays.copyOf(outlines, ordinal * 2);
        }
        outlines[ordinal] = nearKeys.isEmpty() ? null : NameOutline.of(customer, nearKeys);
    }

    int customers() {
        return ids.size();
    }

    /** Ids of two customers. */
    record Pair(String first, String second) {
    }

    /** Hands over each pair once, {@code portion} of them at most at a time; pairs of one customer stand together. */
    void forEachPortion(int portion, Consumer<List<Pair>> consumer) {
        alike.forEachPair(MOST_ALIKE, NEIGHBOURS, this::note);
        domains.forEachPair(MOST_ALIKE, 0, this::note);
        near.forEachPair(MOST_NEAR, 0, (first, second) -> {
            if (outlines[first].isNear(outlines[second])) {
                note(first, second);
            }
        });
        Arrays.sort(pairs, 0, found);
        List<Pair> distinct = new ArrayList<>(portion);
        for (int i = 0; i < found; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                distinct.add(new Pair(ids.get((int) (pairs[i] >>> 32)), ids.get((int) pairs[i])));
            }
            if (distinct.size() == portion || i == found - 1) {
                consumer.accept(List.copyOf(distinct));
                distinct.clear();
            }
        }
    }

    private void note(int first, int second) {
        if (found < MOST_PAIRS) {
            if (found == pairs.length) {
                pairs = Arrays.copyOf(pairs, found * 2);
            }
            pairs[found++] = (long) first << 32 | second;
        }
    }

    /** @param pairs of characters in the name, several to a bit: tells most names that are not near */
    private record NameOutline(long pairs, OrganisationName name) {

        /** Names that are near have more than a third of their pairs in common. */
        private static final double LEAST_SHARED = 0.35;

        static NameOutline of(Traits customer, List<String> nearKeys) {
            long pairs = 0;
            for (String key : nearKeys) {
                pairs |= 1L << (key.hashCode() * 0x9e3779b9 >>> 26);
            }
            return new NameOutline(pairs, customer.name());
        }

        boolean isNear(NameOutline other) {
            int shared = Long.bitCount(pairs & other.pairs);
            return shared >= LEAST_SHARED * Math.max(Long.bitCount(pairs), Long.bitCount(other.pairs))
                    && name.near(other.name);
        }
    }
}
