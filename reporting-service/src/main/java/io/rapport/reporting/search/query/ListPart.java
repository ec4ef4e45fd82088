package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

import java.util.List;

/**
 * A stretch of a list that is in one order. A list has one part, or two where it is sorted by what its caller does not
 * see in some of its records.
 *
 * @param query which records it holds
 * @param sort  their order, the same for no two of them
 */
record ListPart(Query query, List<SortOptions> sort) {

    ListPart {
        sort = List.copyOf(sort);
    }
}
