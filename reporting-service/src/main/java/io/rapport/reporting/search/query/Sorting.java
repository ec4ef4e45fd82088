package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.FieldType;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.index.Columns;
import io.rapport.rights.Owners;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which order a list is. No order tells of a field in records where the caller does not see it. */
final class Sorting {

    private static final String OWNER = "owner";

    private Sorting() {
    }

    /**
     * @param wanted the most important first; empty for the list's own order
     * @throws Refusal of kind UNREADABLE if the order would tell of what the caller does not see
     */
    static List<SortOptions> of(FieldCatalogue<?> catalogue, Selection selection, List<SortBy> wanted) {
        check(wanted, selection.visibility().rights());
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

    /** See {@link #of}. */
    static void check(List<SortBy> wanted, KindRights rights) {
        wanted.stream().filter(by -> isPartly(by, rights)).findFirst().ifPresent(by -> {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "sort", "sort-partly-visible", by.field());
        });
    }

    /**
     * The same list. Where its order would tell too much, but its filter leaves only records of some owners, it is
     * narrowed to these by name too: then it may be sorted.
     */
    static Selection narrowed(Selection selection, List<SortBy> wanted) {
        KindRights rights = selection.visibility().rights();
        if (selection.filter() == null || wanted.stream().noneMatch(by -> isPartly(by, rights))) {
            return selection;
        }
        return new Selection(selection.searched(), selection.filter(), new Visibility(
                narrowed(selection.filter(), rights), selection.visibility().archived()));
    }

    static KindRights narrowed(Filter filter, KindRights rights) {
        Stream<Filter> terms = filter instanceof Filter.And(List<Filter> all) ? all.stream() : Stream.of(filter);
        return terms.map(term -> term instanceof Filter.And ? narrowed(term, rights).rows() : owners(term, rights))
                .reduce(Owners::and).map(rights::within).orElse(rights);
    }

    /** Whose records a condition leaves at most. */
    private static Owners owners(Filter term, KindRights rights) {
        if (!(term instanceof Filter.Condition(Filter.Name name, Filter.Predicate predicate))) {
            return Owners.EVERYONE;
        }
        List<Literal> values = switch (predicate) {
            case Filter.In(List<Literal> several) -> several;
            case Filter.Compare(Filter.Operator operator, Literal value) when operator == Filter.Operator.EQ ->
                    List.of(value);
            default -> List.of();
        };
        boolean names = name.name().equals(OWNER) && !values.isEmpty()
                && values.stream().allMatch(Literal.Text.class::isInstance);
        return !names ? rights.full(name.name()) : new Owners.Of(values.stream().map(Literal.Text.class::cast)
                .map(Literal.Text::text).collect(Collectors.toSet()), false);
    }

    private static boolean isPartly(SortBy by, KindRights rights) {
        return !rights.full(by.field()).cover(rights.rows());
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
