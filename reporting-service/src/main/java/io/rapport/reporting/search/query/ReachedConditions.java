package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.LongNumberRangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.FilterRefusal;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.index.Columns;

import java.time.Clock;
import java.util.List;

/** Conditions on whether a day or moment has come, worked out anew each time. */
final class ReachedConditions extends Conditions<Boolean> {

    private final Clock clock;

    ReachedConditions(Clock clock) {
        this.clock = clock;
    }

    @Override
    String column(ListField<?> field) {
        return Columns.of(field.name(), Columns.TIME);
    }

    @Override
    Boolean read(Literal literal) {
        return literal instanceof Literal.Bool(boolean value) ? value : null;
    }

    /** Where there is none, it never comes. */
    @Override
    Query equal(ListField<?> field, List<Boolean> flags) {
        return Queries.any(flags.stream().map(flag -> flag ? come(field) : Queries.not(come(field))).toList());
    }

    @Override
    Query range(ListField<?> field, Filter.Name name, Bound<Boolean> low, Bound<Boolean> high) {
        throw FilterRefusal.operatorNotAllowed(name, "lt, le, gt, ge, between", field.type().code());
    }

    /** Records whose day or moment has come; a day is indexed as its beginning. */
    Query come(ListField<?> field) {
        LongNumberRangeQuery range = new LongNumberRangeQuery.Builder().field(column(field)).lte(clock.millis()).build();
        return Query.of(query -> query.range(r -> r.longNumber(range)));
    }
}
