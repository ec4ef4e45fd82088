package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TermRangeQuery;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.text.EqualityKeys;
import io.rapport.reporting.search.text.SortKeys;
import io.rapport.reporting.search.text.TextFolding;

import java.util.List;

/**
 * Conditions on texts: width, case and traditional characters do not count, order is that of sorting. A field of
 * several texts matches when one of them does.
 */
class TextConditions extends Conditions<String> {

    @Override
    String column(ListField<?> field) {
        return Columns.of(field.name(), Columns.KEY);
    }

    @Override
    String read(Literal literal) {
        return literal instanceof Literal.Text(String text) ? TextFolding.fold(text) : null;
    }

    @Override
    Query equal(ListField<?> field, List<String> texts) {
        List<FieldValue> keys = texts.stream().map(EqualityKeys::of).map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(column(field)).terms(values -> values.value(keys))));
    }

    @Override
    Query range(ListField<?> field, Filter.Name name, Bound<String> low, Bound<String> high) {
        if (Columns.isCustom(field.name())) {
            return Queries.between(Columns.of(field.name(), Columns.SORT), sortKey(low), sortKey(high));
        }
        var range = new TermRangeQuery.Builder().field(Columns.of(field.name(), Columns.SORT));
        if (low != null) {
            String key = SortKeys.of(low.value());
            range = low.included() ? range.gte(key) : range.gt(key);
        }
        if (high != null) {
            String key = SortKeys.of(high.value());
            range = high.included() ? range.lte(key) : range.lt(key);
        }
        TermRangeQuery built = range.build();
        return Query.of(query -> query.range(r -> r.term(built)));
    }

    private static Bound<String> sortKey(Bound<String> bound) {
        return bound == null ? null : new Bound<>(SortKeys.of(bound.value()), bound.included());
    }

    @Override
    Query contains(ListField<?> field, Filter.Name name, String part) {
        if (Columns.isCustom(field.name()) && !part.isEmpty()) {
            return Queries.part(Columns.CUSTOM_GRAMS, Columns.customKey(field.name()), part);
        }
        return part.isEmpty() ? Queries.exists(column(field))
                : Queries.part(Columns.of(field.name(), Columns.GRAMS), part);
    }

    @Override
    Query startsWith(ListField<?> field, Filter.Name name, String beginning) {
        if (beginning.isEmpty()) {
            return Queries.exists(column(field));
        }
        if (beginning.length() < EqualityKeys.WHOLE) {
            return Queries.prefix(column(field), beginning);
        }
        int cut = Character.isHighSurrogate(beginning.charAt(EqualityKeys.WHOLE - 2)) ? 2 : 1;
        return Queries.all(List.of(
                Queries.prefix(column(field), beginning.substring(0, EqualityKeys.WHOLE - cut)),
                contains(field, name, beginning)));
    }
}
