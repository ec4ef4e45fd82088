package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.rapport.reporting.search.index.IndexAccess;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** Reads pages of one list, across the parts that it may have. */
final class ListPages {

    private static final int BAD_REQUEST = 400;

    private final IndexAccess access;
    private final String alias;
    private final Query query;
    private final List<ListPart> parts;
    private final boolean counts;
    private final DeepPages deepPages;

    /**
     * @param query      which records the whole list holds
     * @param everything whether these are all that the caller sees: the first records by a number or a time are found
     *                   without looking at all of them then, and their count is known without it too
     */
    ListPages(IndexAccess access, String alias, Query query, List<ListPart> parts, boolean everything) {
        this.access = access;
        this.alias = alias;
        this.query = query;
        this.parts = parts;
        this.counts = parts.size() == 1 && !everything;
        this.deepPages = new DeepPages(access);
    }

    /**
     * @param total of the whole list
     * @param next  where the list goes on; null at its end
     */
    record Stretch(List<Hit<ObjectNode>> hits, long total, Cursors.Place next) {
    }

    private record Found(int part, Hit<ObjectNode> hit) {
    }

    /** @param from records that come before */
    Stretch from(int from, int size) {
        return read(0, from, List.of(), size);
    }

    Stretch after(Cursors.Place place, int size) {
        return read(place.part(), 0, place.values(), size);
    }

    /** One more than wanted tells whether there is a next page. */
    private Stretch read(int first, int from, List<FieldValue> after, int size) {
        List<Found> found = new ArrayList<>();
        long total = 0;
        int skipped = from;
        for (int at = first; at < parts.size() && found.size() <= size; at++) {
            ListPart part = parts.get(at);
            boolean goesOn = at == first && !after.isEmpty();
            DeepPages.Start start = deepPages.of(alias, part.query(), part.sort(), skipped);
            var request = new SearchRequest.Builder().index(alias).query(start.query()).sort(part.sort())
                    .size(size + 1 - found.size()).trackTotalHits(count -> count.enabled(counts));
            SearchResponse<ObjectNode> answer = goesOn ? goOn(request.searchAfter(after).build())
                    : search(request.from(start.from()).build());
            for (Hit<ObjectNode> hit : answer.hits().hits()) {
                found.add(new Found(at, hit));
            }
            total = counts ? start.before() + answer.hits().total().value() : 0;
            skipped = found.isEmpty() && skipped > 0 && at + 1 < parts.size()
                    ? Math.max(0, skipped - (int) count(part.query())) : 0;
        }
        List<Found> shown = found.subList(0, Math.min(found.size(), size));
        Found last = shown.isEmpty() ? null : shown.getLast();
        return new Stretch(shown.stream().map(Found::hit).toList(), counts ? total : count(query),
                found.size() > size ? new Cursors.Place(last.part(), last.hit().sort()) : null);
    }

    /** The values in a cursor are the caller's: whoever makes one up is told so. */
    private SearchResponse<ObjectNode> goOn(SearchRequest request) {
        try {
            return search(request);
        } catch (ElasticsearchException refused) {
            if (refused.status() == BAD_REQUEST) {
                throw Cursors.invalid();
            }
            throw refused;
        }
    }

    private SearchResponse<ObjectNode> search(SearchRequest request) {
        return access.call(client -> client.search(request, ObjectNode.class));
    }

    private long count(Query counted) {
        return access.call(client -> client.count(count -> count.index(alias).query(counted))).count();
    }
}
