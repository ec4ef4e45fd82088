package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
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

    private final IndexAccess access;
    private final Indexes indexes;
    private final IndexDocuments documents;
    private final FilterQueries filters;
    private final Facets facets;
    private final Groups groups;

    RecordLists(IndexAccess access, Indexes indexes, IndexDocuments documents, CustomerReferences customers) {
        this.access = access;
        this.indexes = indexes;
        this.documents = documents;
        Clock clock = Clock.systemUTC();
        this.filters = new FilterQueries(clock, customers);
        this.facets = new Facets(clock);
        this.groups = new Groups(clock);
    }

    /**
     * One page of a list.
     *
     * @throws Refusal of kind UNREADABLE if the filter does not fit the fields, or the cursor is of another list
     */
    public <D extends RecordDocument> Listing<D> list(FieldCatalogue<D> catalogue, Selection selection, Page page) {
        Query query = query(catalogue, selection);
        List<ListPart> parts = Sorting.parts(catalogue, selection, query, page.sort());
        String digest = digest(catalogue, selection, page);
        Cursors.Place after = page.cursor() == null ? null : Cursors.read(page.cursor(), digest, parts);
        if (selection.visibility().isNothing()) {
            return new Listing<>(List.of(), 0, null);
        }
        boolean everything = selection.searched() == null && selection.filter() == null;
        ListPages pages = new ListPages(access, indexes.alias(catalogue.kind()), query, parts, everything);
        ListPages.Stretch found = after == null ? pages.from(page.from(), page.size())
                : pages.after(after, page.size());
        return new Listing<>(
                found.hits().stream().map(hit -> documents.record(hit.source(), catalogue.documentType())).toList(),
                found.total(), found.next() == null ? null : Cursors.write(digest, found.next()));
    }

    /**
     * A whole list as it stands now, whatever changes while it is gone through: the same records in the same order as
     * the list's pages.
     *
     * @param sort as in {@link Page}
     * @throws Refusal of kind UNREADABLE if the filter does not fit the fields
     */
    public <D extends RecordDocument> ListSnapshot<D> snapshot(FieldCatalogue<D> catalogue, Selection selection,
            List<SortBy> sort) {
        return ListSnapshot.open(access, indexes.alias(catalogue.kind()),
                Sorting.parts(catalogue, selection, query(catalogue, selection), sort),
                record -> documents.record(record, catalogue.documentType()));
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
        var answer = search(request.build()).aggregations();
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
        return groups.read(search(request).aggregations().get(by), amounts, reached,
                selection.visibility().rights());
    }

    /** Of a field with more spellings than can be gone through. */
    private FacetCount countOneByOne(FieldCatalogue<?> catalogue, Query query, ListField<?> field) {
        SearchRequest request = SearchRequest.of(search -> search.index(indexes.alias(catalogue.kind())).query(query)
                .size(0).trackTotalHits(total -> total.enabled(false))
                .aggregations(field.name(), Facets.byKey(field)));
        return Facets.readByKey(search(request).aggregations().get(field.name()));
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

    private SearchResponse<ObjectNode> search(SearchRequest request) {
        return access.call(client -> client.search(request, ObjectNode.class));
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
