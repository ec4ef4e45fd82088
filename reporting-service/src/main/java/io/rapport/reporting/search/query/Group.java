package io.rapport.reporting.search.query;

import io.rapport.contracts.Money;

import java.util.List;
import java.util.Map;

/**
 * What records that share a value come to.
 *
 * @param count   how many they are
 * @param sums    exact sums by field, one for each currency in the order of codes
 * @param reached how many of them have come to the day, by field
 */
public record Group(long count, Map<String, List<Money>> sums, Map<String, Long> reached) {

    public Group {
        sums = Map.copyOf(sums);
        reached = Map.copyOf(reached);
    }
}
