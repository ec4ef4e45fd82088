package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.NumberRangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.index.Columns;

import java.math.BigDecimal;
import java.util.List;

/** Conditions on numbers and amounts of money. Binary floats hold amounts to the cent up to ninety trillion. */
final class NumberConditions extends Conditions<Double> {

    @Override
    String column(ListField<?> field) {
        return Columns.of(field.name(), Columns.NUMBER);
    }

    @Override
    Double read(Literal literal) {
        return literal instanceof Literal.Number(BigDecimal number)
                ? Math.clamp(number.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE) : null;
    }

    @Override
    Query equal(ListField<?> field, List<Double> numbers) {
        List<FieldValue> values = numbers.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(column(field)).terms(v -> v.value(values))));
    }

    @Override
    Query range(ListField<?> field, Filter.Name name, Bound<Double> low, Bound<Double> high) {
        var range = new NumberRangeQuery.Builder().field(column(field));
        if (low != null) {
            range = low.included() ? range.gte(low.value()) : range.gt(low.value());
        }
        if (high != null) {
            range = high.included() ? range.lte(high.value()) : range.lt(high.value());
        }
        NumberRangeQuery built = range.build();
        return Query.of(query -> query.range(r -> r.number(built)));
    }
}
