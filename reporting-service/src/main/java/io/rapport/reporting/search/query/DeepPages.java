package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.UntypedRangeQuery;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.index.IndexAccess;

import java.util.List;

/**
 * Begins a page far down a list without sorting everything before it, which the index would do with the text of each
 * record in hand. A part of the records is sorted first, which lies in the index without any order: it tells a value
 * that stands a little before the page. How many records come before that value is counted, and only what follows is
 * sorted. Where the guess was wrong, everything is.
 *
 * <p>What changes between these questions moves the page by as many records, as it does between one page and the next.
 */
final class DeepPages {

    /** Where pages begin for which two more questions cost less than they save. */
    private static final int DEEP = 1_000;

    /** One in so many records is sorted to find the value. */
    private static final int PART = 8;
    private static final long PART_ENDS = Integer.MIN_VALUE + (1L << Integer.SIZE) / PART;

    /** Standard deviations of the place of a value within the part: how often it is before the page after all. */
    private static final double SAFETY = 3;

    private final IndexAccess access;

    DeepPages(IndexAccess access) {
        this.access = access;
    }

    /**
     * Where to begin.
     *
     * @param query  finds the rest of the list
     * @param from   where the page stands within the rest
     * @param before records of the list that come before the rest
     */
    record Start(Query query, int from, long before) {
    }

    Start of(String index, Query list, List<SortOptions> sort, int from) {
        Start plain = new Start(list, from, 0);
        if (from < DEEP || !isSortedByValue(sort.getFirst())) {
            return plain;
        }
        FieldSort first = sort.getFirst().field();
        FieldValue value = valueBefore(index, list, sort.getFirst(), from);
        if (value == null) {
            return plain;
        }
        Query smaller = before(first, value);
        long before = access.call(client -> client.count(count -> count.index(index)
                .query(Queries.all(List.of(list, smaller))))).count();
        if (before > from) {
            return plain;
        }
        Query rest = Query.of(query -> query.bool(bool -> bool.must(list).mustNot(smaller)));
        return new Start(rest, (int) (from - before), before);
    }

    /** Flags have two values only, relevance is no value, and custom fields share their columns. */
    private static boolean isSortedByValue(SortOptions by) {
        return by.isField() && by.field().nested() == null && !by.field().field().startsWith(Columns.of("custom", ""))
                && List.of(Columns.SORT, Columns.NUMBER, Columns.TIME).stream()
                        .anyMatch(column -> by.field().field().endsWith('.' + column));
    }

    /** Null where the list ends before, or its records have no value any more. */
    private FieldValue valueBefore(String index, Query list, SortOptions by, int from) {
        double expected = (double) from / PART;
        int place = (int) (expected - SAFETY * Math.sqrt(expected));
        Query part = Query.of(query -> query.range(range -> range.untyped(spread ->
                spread.field(Columns.SPREAD).lt(JsonData.of(PART_ENDS)))));
        List<Hit<Void>> found = access.call(client -> client.search(search -> search.index(index)
                .query(Queries.all(List.of(list, part))).sort(by).from(place).size(1)
                .source(source -> source.fetch(false)).trackTotalHits(total -> total.enabled(false)), Void.class))
                .hits().hits();
        FieldValue value = found.isEmpty() ? FieldValue.NULL : found.getFirst().sort().getFirst();
        return value.isNull() ? null : value;
    }

    private static Query before(FieldSort by, FieldValue value) {
        JsonData end = JsonData.of(value._get());
        var range = new UntypedRangeQuery.Builder().field(by.field());
        UntypedRangeQuery built = (by.order() == SortOrder.Desc ? range.gt(end) : range.lt(end)).build();
        return Query.of(query -> query.range(r -> r.untyped(built)));
    }
}
