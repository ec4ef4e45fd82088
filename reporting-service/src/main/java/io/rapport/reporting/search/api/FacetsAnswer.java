package io.rapport.reporting.search.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.reporting.search.query.FacetCount;

import java.util.List;
import java.util.Map;

/**
 * Counted values as JSON.
 *
 * @param facets by field, the most frequent value first
 * @param others by field, occurrences of values beyond those listed; left out when there are none
 */
record FacetsAnswer(Map<String, List<FacetCount.Value>> facets,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> others) {
}
