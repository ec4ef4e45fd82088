package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.rapport.reporting.search.index.IndexAccess;
import io.rapport.reporting.search.index.IndexUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * A list frozen at one moment and read a portion at a time, by a point in time of Elasticsearch. It holds one portion
 * in memory, however long the list is. To be closed, so that the index can let go of what has changed since; for one
 * thread. Methods throw {@link IndexUnavailable} while the index cannot be asked.
 *
 * @param <D> the record as it is read
 */
public final class ListSnapshot<D> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ListSnapshot.class);

    private static final int PORTION = 1_000;

    /** From portion to portion: longer than any reader may be silent before its connection is given up. */
    private static final String KEEP = "5m";

    private static final long UNKNOWN = -1;

    private final IndexAccess access;
    private final List<ListPart> parts;
    private final Iterator<ListPart> following;
    private final Function<ObjectNode, D> reading;
    private String pointInTime;
    private ListPart part;
    private List<FieldValue> after = List.of();
    private long total = UNKNOWN;
    private long read;

    private ListSnapshot(IndexAccess access, String pointInTime, List<ListPart> parts,
            Function<ObjectNode, D> reading) {
        this.access = access;
        this.pointInTime = pointInTime;
        this.parts = parts;
        this.following = parts.iterator();
        this.reading = reading;
        this.part = following.next();
    }

    static <D> ListSnapshot<D> open(IndexAccess access, String alias, List<ListPart> parts,
            Function<ObjectNode, D> reading) {
        String pointInTime = access.call(client -> client.openPointInTime(
                open -> open.index(alias).keepAlive(time -> time.time(KEEP)))).id();
        return new ListSnapshot<>(access, pointInTime, parts, reading);
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
        if (total == UNKNOWN) {
            total = parts.stream().mapToLong(this::count).sum();
        }
        List<Hit<ObjectNode>> hits = List.of();
        while (hits.isEmpty() && part != null) {
            hits = read();
        }
        read += hits.size();
        if (part == null && read != total) {
            throw new IllegalStateException("a list of " + total + " records ended after " + read);
        }
        return hits.stream().map(hit -> reading.apply(hit.source())).toList();
    }

    private long count(ListPart counted) {
        return search(new SearchRequest.Builder().query(counted.query()).size(0)
                .trackTotalHits(count -> count.enabled(true))).hits().total().value();
    }

    private List<Hit<ObjectNode>> read() {
        var request = new SearchRequest.Builder().query(part.query()).sort(part.sort()).size(PORTION)
                .trackTotalHits(count -> count.enabled(false));
        List<Hit<ObjectNode>> hits = search(after.isEmpty() ? request : request.searchAfter(after)).hits().hits();
        if (hits.size() == PORTION) {
            after = hits.getLast().sort();
        } else {
            part = following.hasNext() ? following.next() : null;
            after = List.of();
        }
        return hits;
    }

    private SearchResponse<ObjectNode> search(SearchRequest.Builder asked) {
        SearchRequest request = asked.pit(open -> open.id(pointInTime).keepAlive(time -> time.time(KEEP)))
                // Of a shard that does not answer the records would be missing without a word.
                .allowPartialSearchResults(false).build();
        SearchResponse<ObjectNode> answer = access.call(client -> client.search(request, ObjectNode.class));
        if (answer.pitId() != null) {
            pointInTime = answer.pitId();
        }
        return answer;
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
