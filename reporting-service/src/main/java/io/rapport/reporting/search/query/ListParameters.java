package io.rapport.reporting.search.query;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.rights.ArchivedFilter;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Filters;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The query parameters of a list, checked. Every method refuses what it cannot read as UNREADABLE, naming the
 * parameter.
 */
public final class ListParameters {

    private static final Set<String> LIST =
            Set.of("q", "filter", "segment", "sort", "size", "page", "cursor", "fields", "archived");
    private static final Set<String> EXPORT = Set.of("q", "filter", "segment", "sort", "fields", "archived", "format");
    private static final Set<String> FACETS = Set.of("q", "filter", "segment", "fields", "archived");
    private static final Set<String> CHECK = Set.of("q", "filter", "sort", "fields");
    private static final Set<String> BOARD = Set.of("pipeline", "q", "filter", "archived");
    private static final int MAX_SORTS = 8;
    private static final int MAX_FACETS = 12;

    private final FieldCatalogue<?> catalogue;
    private final Map<String, String[]> values;

    private ListParameters(FieldCatalogue<?> catalogue, Map<String, String[]> values, Set<String> known) {
        this.catalogue = catalogue;
        this.values = values;
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                throw refused(name, "parameter-unknown", shown(name));
            }
            if (given.length > 1) {
                throw refused(name, "parameter-repeated", name);
            }
        });
    }

    public static ListParameters ofList(FieldCatalogue<?> catalogue, Map<String, String[]> values) {
        return new ListParameters(catalogue, values, LIST);
    }

    public static ListParameters ofFacets(FieldCatalogue<?> catalogue, Map<String, String[]> values) {
        return new ListParameters(catalogue, values, FACETS);
    }

    public static ListParameters ofExport(FieldCatalogue<?> catalogue, Map<String, String[]> values) {
        return new ListParameters(catalogue, values, EXPORT);
    }

    /** Of a question whether a list can be had so. */
    public static ListParameters ofCheck(FieldCatalogue<?> catalogue, Map<String, String[]> values) {
        return new ListParameters(catalogue, values, CHECK);
    }

    public static ListParameters ofBoard(FieldCatalogue<?> catalogue, Map<String, String[]> values) {
        return new ListParameters(catalogue, values, BOARD);
    }

    /** Key of the pipeline that a board shows; null when it is not said. */
    public String pipeline() {
        return value("pipeline");
    }

    /** Text of the search box; null when it is empty. */
    public String searched() {
        String searched = value("q");
        if (searched != null && searched.length() > SearchBox.MAX_LENGTH) {
            throw refused("q", "search-too-long", SearchBox.MAX_LENGTH);
        }
        return searched;
    }

    /** The fields to show, as written; null for all. */
    public String fields() {
        return value("fields");
    }

    /** The kind of file wanted, as written; null when it is not said. */
    public String format() {
        return value("format");
    }

    /** Null when there is none. */
    public Filter filter() {
        String filter = value("filter");
        return filter == null ? null : Filters.parse(filter);
    }

    /** Id of the segment that the list is narrowed to; null when there is none. */
    public String segment() {
        return value("segment");
    }

    public ArchivedFilter archived() {
        String archived = value("archived");
        return archived == null ? ArchivedFilter.EXCLUDE : ArchivedFilter.of(archived)
                .orElseThrow(() -> refused("archived", "archived-invalid", "exclude, include, only"));
    }

    public Page page() {
        int size = number("size", Page.DEFAULT_SIZE, Page.MAX_SIZE);
        int number = number("page", 1, Integer.MAX_VALUE);
        String cursor = value("cursor");
        if (cursor != null && value("page") != null) {
            throw refused("page", "page-and-cursor");
        }
        if ((long) number * size > Page.MAX_REACH) {
            throw refused("page", "page-too-deep", Page.MAX_REACH);
        }
        return new Page(sort(), size, number, cursor);
    }

    /** The fields whose values are to be counted. */
    public List<String> facets() {
        List<String> names = names("fields");
        if (names.isEmpty()) {
            throw refused("fields", "facets-missing");
        }
        if (names.size() > MAX_FACETS) {
            throw refused("fields", "facets-too-many", MAX_FACETS);
        }
        for (String name : names) {
            var field = catalogue.find(name).orElseThrow(() -> refused("fields", "field-unknown", shown(name)));
            if (!field.facet()) {
                throw refused("fields", "facet-not-possible", name);
            }
        }
        return names;
    }

    /** What to sort by, the most important first; empty for the list's own order. */
    public List<SortBy> sort() {
        List<SortBy> sort = names("sort").stream()
                .map(name -> name.startsWith("-") ? new SortBy(name.substring(1), true) : new SortBy(name, false))
                .toList();
        if (sort.size() > MAX_SORTS) {
            throw refused("sort", "sort-too-long", MAX_SORTS);
        }
        sort.forEach(by -> catalogue.find(by.field())
                .orElseThrow(() -> refused("sort", "field-unknown", shown(by.field()))));
        return sort;
    }

    private int number(String name, int otherwise, int max) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw refused(name, "number-not-between", name, 1, max);
    }

    private List<String> names(String parameter) {
        String value = value(parameter);
        return value == null ? List.of()
                : Arrays.stream(value.split(",")).map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    }

    private String value(String name) {
        String[] given = values.get(name);
        return given == null || given[0].isBlank() ? null : given[0];
    }

    private static Refusal refused(String parameter, String code, Object... arguments) {
        return Refusal.of(Refusal.Kind.UNREADABLE, shown(parameter), code, arguments);
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
