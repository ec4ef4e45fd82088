package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.FieldType;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.index.Columns;
import io.rapport.rights.Owners;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order a list is. No order tells of a field in records where the caller does not see it: they come last, as
 * those do that have no value.
 */
final class Sorting {

    private Sorting() {
    }

    /**
     * The list in its order, part after part. Records in which the caller does not see one of the fields that sort it
     * are a part of their own, behind the others, and in the order of those fields that he sees everywhere.
     *
     * @param query  which records the list holds
     * @param wanted the most important first; empty for the list's own order
     */
    static List<ListPart> parts(FieldCatalogue<?> catalogue, Selection selection, Query query, List<SortBy> wanted) {
        KindRights rights = selection.visibility().rights();
        List<SortBy> seen = wanted.stream().filter(by -> rights.full(by.field()).cover(rights.rows())).toList();
        List<SortOptions> sort = options(catalogue, selection, wanted);
        if (seen.size() == wanted.size()) {
            return List.of(new ListPart(query, sort));
        }
        Query inSight = Queries.heldBy(wanted.stream().map(by -> rights.full(by.field())).reduce(Owners::and)
                .orElseThrow());
        return List.of(new ListPart(among(query, inSight), sort),
                new ListPart(among(query, Queries.not(inSight)), options(catalogue, selection, seen)));
    }

    /** What was searched for still counts by how well it fits. */
    private static Query among(Query query, Query records) {
        return Query.of(q -> q.bool(bool -> bool.must(query).filter(records)));
    }

    private static List<SortOptions> options(FieldCatalogue<?> catalogue, Selection selection, List<SortBy> wanted) {
        List<SortOptions> sort = new ArrayList<>();
        if (wanted.isEmpty() && selection.searched() != null) {
            sort.add(SortOptions.of(options -> options.score(score -> score.order(SortOrder.Desc))));
        }
        wanted.forEach(by -> sort.add(by(field(catalogue, by.field()), by.descending())));
        if (wanted.isEmpty()) {
            sort.add(by(field(catalogue, FieldCatalogue.CREATED_AT), true));
        }
        Stream.of(Columns.ID_HIGH, Columns.ID_LOW).forEach(column -> sort.add(SortOptions.of(options ->
                options.field(field -> field.field(column).order(SortOrder.Desc)))));
        return sort;
    }

    private static SortOptions by(ListField<?> field, boolean descending) {
        String column = switch (field.type()) {
            case TEXT, CUSTOM_NUMBER, CUSTOM_DATE, CUSTOM_BOOLEAN -> Columns.SORT;
            case NUMBER, MONEY, SUMMED_MONEY -> Columns.NUMBER;
            case DATE, INSTANT, ACTIVITY, REACHED -> Columns.TIME;
            case BOOLEAN -> Columns.FLAG;
        };
        // Active customers come first, and they are the ones of late.
        boolean down = descending != (field.type() == FieldType.ACTIVITY);
        return SortOptions.of(options -> options.field(by -> by.field(Columns.of(field.name(), column))
                .order(down ? SortOrder.Desc : SortOrder.Asc).missing(missing -> missing.stringValue("_last"))));
    }

    private static ListField<?> field(FieldCatalogue<?> catalogue, String name) {
        return catalogue.find(name).orElseThrow(() -> new IllegalArgumentException("no list field " + name));
    }
}
