package io.rapport.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a flood of refusals from filling the trail: of each caller and minute a few are told one by one, the others as
 * a sum.
 */
final class RefusalBudget {

    /** Told one by one, of each caller and minute. */
    static final int SINGLE = 10;
    /** Under whom refusals are summed up when more callers come in a minute than can be told apart. */
    static final String OTHERS = "*";

    private static final int CALLERS = 10_000;

    private final Map<String, Integer> refusals = new HashMap<>();

    /** @param count how many refusals of the caller were not told one by one */
    record Sum(String who, int count) {
    }

    /** Whether this refusal is told by itself. */
    synchronized boolean single(String who) {
        boolean known = refusals.size() < CALLERS || refusals.containsKey(who);
        return refusals.merge(known ? who : OTHERS, 1, Integer::sum) <= SINGLE;
    }

    /** Ends the minute: what was not told yet, in the order of names. */
    synchronized List<Sum> endMinute() {
        List<Sum> sums = refusals.entrySet().stream().filter(caller -> caller.getValue() > SINGLE)
                .sorted(Map.Entry.comparingByKey())
                .map(caller -> new Sum(caller.getKey(), caller.getValue() - SINGLE)).toList();
        refusals.clear();
        return sums;
    }
}
