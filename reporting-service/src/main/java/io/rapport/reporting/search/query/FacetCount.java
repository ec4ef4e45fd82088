package io.rapport.reporting.search.query;

import java.util.List;

/**
 * How often the values of one field occur in a list.
 *
 * @param values the most frequent ones first
 * @param others occurrences of all values that are not among them
 */
public record FacetCount(List<Value> values, long others) {

    public FacetCount {
        values = List.copyOf(values);
    }

    /**
     * @param value as it is written most often; spellings that conditions take for equal are counted together
     * @param count records with it, exactly
     */
    public record Value(Object value, long count) {
    }
}
