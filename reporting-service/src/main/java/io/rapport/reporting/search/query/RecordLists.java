package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.merges.CustomerReferences;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Filters;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.index.IndexAccess;
import io.rapport.reporting.search.index.IndexDocuments;
import io.rapport.reporting.search.index.IndexUnavailable;
import io.rapport.reporting.search.index.Indexes;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import io.rapport.rights.Owners;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of records from the search index. Every query is restricted by what its caller may see before anything else.
 * Methods throw {@link IndexUnavailable} while the index cannot be asked.
 */
@Component
public class RecordLists {

    private static final int BAD_REQUEST = 400;

    private final IndexAccess access;
    private final Indexes indexes;
    private final IndexDocuments documents;
    private final FilterQueries filters;
    private final Facets facets;
    private final Groups groups;
    private final DeepPages deepPages;

    RecordLists(IndexAccess access, Indexes indexes, IndexDocuments documents, CustomerReferences customers) {
        this.access = access;
        this.indexes = indexes;
        this.documents = documents;
        Clock clock = Clock.systemUTC();
        this.filters = new FilterQueries(clock, customers);
        this.facets = new Facets(clock);
        this.groups = new Groups(clock);
        this.deepPages = new DeepPages(access);
    }

    /**
     * One page of a list.
     *
     * @throws Refusal of kind UNREADABLE if the filter does not fit the fields, or the cursor is of another list
     */
    public <D extends RecordDocument> Listing<D> list(FieldCatalogue<D> catalogue, Selection asked, Page page) {
        Selection selection = Sorting.narrowed(asked, page.sort());
        Query query = query(catalogue, selection);
        List<SortOptions> sort = Sorting.of(catalogue, selection, page.sort());
        String digest = digest(catalogue, selection, page);
        List<FieldValue> after = page.cursor() == null ? List.of() : Cursors.read(page.cursor(), digest, sort.size());
        if (selection.visibility().isNothing()) {
            return new Listing<>(List.of(), 0, null);
        }
        // One more than wanted tells whether there is a next page. Where everything is listed, the first records by a
        // number or a time are found without looking at all of them, and their count is known without it too.
        boolean everything = selection.searched() == null && selection.filter() == null;
        String index = indexes.alias(catalogue.kind());
        DeepPages.Start start = deepPages.of(index, query, sort, page.from());
        var request = new SearchRequest.Builder().index(index).query(start.query()).sort(sort)
                .size(page.size() + 1).trackTotalHits(total -> total.enabled(!everything));
        SearchRequest built = after.isEmpty() ? request.from(start.from()).build() : request.searchAfter(after).build();
        SearchResponse<ObjectNode> answer = search(built, !after.isEmpty());
        List<Hit<ObjectNode>> hits = answer.hits().hits();
        List<Hit<ObjectNode>> shown = hits.subList(0, Math.min(hits.size(), page.size()));
        return new Listing<>(
                shown.stream().map(hit -> documents.record(hit.source(), catalogue.documentType())).toList(),
                everything ? count(catalogue, query) : start.before() + answer.hits().total().value(),
                hits.size() > shown.size() ? Cursors.write(digest, shown.getLast().sort()) : null);
    }

    /**
     * A whole list as it stands now, whatever changes while it is gone through: the same records in the same order as
     * the list's pages.
     *
     * @param sort as in {@link Page}
     * @throws Refusal of kind UNREADABLE if the filter does not fit the fields
     */
    public <D extends RecordDocument> ListSnapshot<D> snapshot(FieldCatalogue<D> catalogue, Selection asked,
            List<SortBy> sort) {
        Selection selection = Sorting.narrowed(asked, sort);
        return ListSnapshot.open(access, indexes.alias(catalogue.kind()), query(catalogue, selection),
                Sorting.of(catalogue, selection, sort), record -> documents.record(record, catalogue.documentType()));
    }

    /**
     * How often the values of fields occur in a list.
     *
     * @param fields names of fields that can be counted
     * @throws Refusal of kind UNREADABLE if the filter does not fit the fields
     */
    public Map<String, FacetCount> facets(FieldCatalogue<?> catalogue, Selection selection, List<String> fields) {
        Query query = query(catalogue, selection);
        KindRights rights = selection.visibility().rights();
        Map<String, FacetCount> counts = new LinkedHashMap<>();
        if (selection.visibility().isNothing()) {
            fields.forEach(field -> counts.put(field, new FacetCount(List.of(), 0)));
            return counts;
        }
        var request = new SearchRequest.Builder().index(indexes.alias(catalogue.kind())).query(query).size(0)
                .trackTotalHits(total -> total.enabled(false));
        fields.forEach(name -> request.aggregations(name, Guarded.aggregation(
                facets.aggregation(field(catalogue, name)), rights.full(name))));
        var answer = search(request.build(), false).aggregations();
        for (String name : fields) {
            ListField<?> field = field(catalogue, name);
            counts.put(name, facets.read(field, Guarded.read(answer.get(name), rights.full(name)))
                    .orElseGet(() -> countOneByOne(catalogue, Queries.within(query, rights.full(name)), field)));
        }
        return counts;
    }

    /**
     * What the records of a list come to, group by group.
     *
     * @param by   name of a field of texts that is counted: each of its texts is a group
     * @param sums names of fields of amounts that can be added up
     * @param days names of fields that tell whether a day has come
     * @return the groups by their texts, in the order of these
     * @throws Refusal of kind UNREADABLE if the filter does not fit the fields
     */
    public Map<String, Group> groups(FieldCatalogue<?> catalogue, Selection selection, String by, List<String> sums,
            List<String> days) {
        Query query = query(catalogue, selection);
        if (selection.visibility().isNothing()) {
            return Map.of();
        }
        List<ListField<?>> amounts = sums.stream().<ListField<?>>map(name -> field(catalogue, name)).toList();
        List<ListField<?>> reached = days.stream().<ListField<?>>map(name -> field(catalogue, name)).toList();
        var request = new SearchRequest.Builder().index(indexes.alias(catalogue.kind())).query(query).size(0)
                .trackTotalHits(total -> total.enabled(false))
                .aggregations(by, groups.aggregation(field(catalogue, by), amounts, reached,
                        selection.visibility().rights())).build();
        return groups.read(search(request, false).aggregations().get(by), amounts, reached,
                selection.visibility().rights());
    }

    /** Of a field with more spellings than can be gone through. */
    private FacetCount countOneByOne(FieldCatalogue<?> catalogue, Query query, ListField<?> field) {
        SearchRequest request = SearchRequest.of(search -> search.index(indexes.alias(catalogue.kind())).query(query)
                .size(0).trackTotalHits(total -> total.enabled(false))
                .aggregations(field.name(), Facets.byKey(field)));
        return Facets.readByKey(search(request, false).aggregations().get(field.name()));
    }

    /**
     * Whether there is such a list; asks nobody.
     *
     * @param filter null for none
     * @throws Refusal of kind UNREADABLE if the filter does not fit the fields
     */
    public void check(FieldCatalogue<?> catalogue, Filter filter, KindRights rights) {
        if (filter != null) {
            filters.query(catalogue, filter, rights);
        }
    }

    /**
     * Whether a list can be sorted so; asks nobody.
     *
     * @param filter null for none
     * @throws Refusal of kind UNREADABLE if the order would tell of what the caller does not see
     */
    public void checkSort(Filter filter, List<SortBy> sort, KindRights rights) {
        Sorting.check(sort, filter == null ? rights : Sorting.narrowed(filter, rights));
    }

    private long count(FieldCatalogue<?> catalogue, Query query) {
        return access.call(client -> client.count(count -> count.index(indexes.alias(catalogue.kind())).query(query)))
                .count();
    }

    private SearchResponse<ObjectNode> search(SearchRequest request, boolean withCursor) {
        try {
            return access.call(client -> client.search(request, ObjectNode.class));
        } catch (ElasticsearchException refused) {
            // The values in a cursor are the caller's: whoever makes one up is told so.
            if (withCursor && refused.status() == BAD_REQUEST) {
                throw Cursors.invalid();
            }
            throw refused;
        }
    }

    private Query query(FieldCatalogue<?> catalogue, Selection selection) {
        var bool = new BoolQuery.Builder().filter(restriction(selection.visibility()))
                .mustNot(Queries.exists(Columns.MERGED));
        if (selection.filter() != null) {
            bool.filter(filters.query(catalogue, selection.filter(), selection.visibility().rights()));
        }
        if (selection.searched() != null) {
            bool.must(SearchBox.query(catalogue, selection.searched(), selection.visibility().rights()));
        }
        BoolQuery built = bool.build();
        return Query.of(query -> query.bool(built));
    }

    static Query restriction(Visibility visibility) {
        Query archived = switch (visibility.archived()) {
            // Records that were withdrawn lack it.
            case INCLUDE -> Queries.exists(Columns.of(FieldCatalogue.ARCHIVED, Columns.FLAG));
            case EXCLUDE -> archived(false);
            case ONLY -> archived(true);
        };
        return visibility.rights().rows() instanceof Owners.Everyone ? archived
                : Queries.all(List.of(archived, Queries.heldBy(visibility.rights().rows())));
    }

    private static Query archived(boolean archived) {
        return Query.of(query -> query.term(term ->
                term.field(Columns.of(FieldCatalogue.ARCHIVED, Columns.FLAG)).value(archived)));
    }

    private static ListField<?> field(FieldCatalogue<?> catalogue, String name) {
        return catalogue.find(name).orElseThrow(() -> new IllegalArgumentException("no list field " + name));
    }

    private static String digest(FieldCatalogue<?> catalogue, Selection selection, Page page) {
        return Cursors.digest(catalogue.kind().code(), selection.searched(),
                selection.filter() == null ? null : Filters.print(selection.filter()), page.sort().toString(),
                selection.visibility().archived().name());
    }
}
