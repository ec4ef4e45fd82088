package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.rapport.reporting.search.index.IndexAccess;
import io.rapport.reporting.search.index.IndexUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Function;

/**
 * A list frozen at one moment and read a part at a time, by a point in time of Elasticsearch. It holds one part in
 * memory, however long the list is. To be closed, so that the index can let go of what has changed since; for one
 * thread. Methods throw {@link IndexUnavailable} while the index cannot be asked.
 *
 * @param <D> the record as it is read
 */
public final class ListSnapshot<D> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ListSnapshot.class);

    private static final int PART = 1_000;

    /** From part to part: longer than any reader may be silent before its connection is given up. */
    private static final String KEEP = "5m";

    private final IndexAccess access;
    private final Query query;
    private final List<SortOptions> sort;
    private final Function<ObjectNode, D> reading;
    private String pointInTime;
    private List<FieldValue> after = List.of();
    private boolean ended;
    private long total;
    private long read;

    private ListSnapshot(IndexAccess access, String pointInTime, Query query, List<SortOptions> sort,
            Function<ObjectNode, D> reading) {
        this.access = access;
        this.pointInTime = pointInTime;
        this.query = query;
        this.sort = sort;
        this.reading = reading;
    }

    static <D> ListSnapshot<D> open(IndexAccess access, String alias, Query query, List<SortOptions> sort,
            Function<ObjectNode, D> reading) {
        String pointInTime = access.call(client -> client.openPointInTime(
                open -> open.index(alias).keepAlive(time -> time.time(KEEP)))).id();
        return new ListSnapshot<>(access, pointInTime, query, sort, reading);
    }

    /** How many records the list holds; known once the first of them were read. */
    public long total() {
        return total;
    }

    /**
     * The next records; empty when there are no more.
     *
     * @throws IllegalStateException if the list turns out to hold fewer records than the index counted at first
     */
    public List<D> next() {
        if (ended) {
            return List.of();
        }
        boolean first = after.isEmpty();
        SearchResponse<ObjectNode> part = access.call(client -> client.search(search -> {
            search.pit(open -> open.id(pointInTime).keepAlive(time -> time.time(KEEP)))
                    .query(query).sort(sort).size(PART)
                    // Of a shard that does not answer the records would be missing without a word.
                    .allowPartialSearchResults(false)
                    .trackTotalHits(count -> count.enabled(first));
            return first ? search : search.searchAfter(after);
        }, ObjectNode.class));
        if (part.pitId() != null) {
            pointInTime = part.pitId();
        }
        List<Hit<ObjectNode>> hits = part.hits().hits();
        if (first) {
            total = part.hits().total().value();
        }
        read += hits.size();
        ended = hits.size() < PART;
        if (ended && read != total) {
            throw new IllegalStateException("a list of " + total + " records ended after " + read);
        }
        after = hits.isEmpty() ? after : hits.getLast().sort();
        return hits.stream().map(hit -> reading.apply(hit.source())).toList();
    }

    @Override
    public void close() {
        try {
            access.call(client -> client.closePointInTime(close -> close.id(pointInTime)));
        } catch (RuntimeException gone) {
            // It ends by itself; what was read is right.
            log.debug("A point in time was not closed", gone);
        }
    }
}
