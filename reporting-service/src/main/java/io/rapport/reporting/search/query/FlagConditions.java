package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.FilterRefusal;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.index.Columns;

import java.util.List;

/** Conditions on yes or no. */
final class FlagConditions extends Conditions<Boolean> {

    @Override
    String column(ListField<?> field) {
        return Columns.of(field.name(), Columns.FLAG);
    }

    @Override
    Boolean read(Literal literal) {
        return literal instanceof Literal.Bool(boolean value) ? value : null;
    }

    @Override
    Query equal(ListField<?> field, List<Boolean> flags) {
        List<FieldValue> values = flags.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(column(field)).terms(v -> v.value(values))));
    }

    @Override
    Query range(ListField<?> field, Filter.Name name, Bound<Boolean> low, Bound<Boolean> high) {
        throw FilterRefusal.operatorNotAllowed(name, "lt, le, gt, ge, between", field.type().code());
    }
}
