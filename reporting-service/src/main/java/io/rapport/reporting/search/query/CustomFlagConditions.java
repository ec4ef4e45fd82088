package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.FilterRefusal;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.index.Columns;

import java.util.List;

/** Conditions on custom fields of yes or no. */
final class CustomFlagConditions extends Conditions<String> {

    @Override
    String column(ListField<?> field) {
        return Columns.of(field.name(), Columns.KEY);
    }

    @Override
    String read(Literal literal) {
        return literal instanceof Literal.Bool(boolean value) ? Boolean.toString(value) : null;
    }

    @Override
    Query equal(ListField<?> field, List<String> flags) {
        return Queries.oneOf(column(field), flags);
    }

    @Override
    Query range(ListField<?> field, Filter.Name name, Bound<String> low, Bound<String> high) {
        throw FilterRefusal.operatorNotAllowed(name, "lt, le, gt, ge, between", field.type().code());
    }
}
