package io.rapport.reporting.search.api;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;
import java.util.Map;

/**
 * Counted values as JSON.
 *
 * @param facets by field, the most frequent value first
 * @param others by field, occurrences of values beyond those listed; left out when there are none
 */
record FacetsAnswer(Map<String, List<Value>> facets,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> others) {

    /**
     * One value.
     *
     * @param label what administrators call it, in the caller's language; left out where the value speaks for itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(Object value, String label, long count) {
    }
}
