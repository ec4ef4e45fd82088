package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.text.NumberKeys;

import java.math.BigDecimal;
import java.util.List;

/** Conditions on custom fields of numbers, which the index keeps as keys of the same order. */
final class CustomNumberConditions extends Conditions<String> {

    @Override
    String column(ListField<?> field) {
        return Columns.of(field.name(), Columns.KEY);
    }

    @Override
    String read(Literal literal) {
        return literal instanceof Literal.Number(BigDecimal number)
                ? NumberKeys.of(Math.clamp(number.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE)) : null;
    }

    @Override
    Query equal(ListField<?> field, List<String> keys) {
        return Queries.oneOf(column(field), keys);
    }

    @Override
    Query range(ListField<?> field, Filter.Name name, Bound<String> low, Bound<String> high) {
        return Queries.between(column(field), low, high);
    }
}
