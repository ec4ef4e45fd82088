package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.LongNumberRangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.customers.Activity;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.FilterRefusal;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.index.Columns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Conditions on a customer's activity, worked out from the moment it depends on. */
final class ActivityConditions extends Conditions<Optional<Activity>> {

    private final Clock clock;

    ActivityConditions(Clock clock) {
        this.clock = clock;
    }

    @Override
    String column(ListField<?> field) {
        return Columns.of(field.name(), Columns.TIME);
    }

    /** A text that is no activity is the activity of nobody. */
    @Override
    Optional<Activity> read(Literal literal) {
        return literal instanceof Literal.Text(String text)
                ? Arrays.stream(Activity.values()).filter(a -> a.name().equals(text.toUpperCase(Locale.ROOT))).findFirst()
                : null;
    }

    @Override
    Query equal(ListField<?> field, List<Optional<Activity>> activities) {
        return Queries.any(activities.stream()
                .map(activity -> activity.map(a -> query(field, a)).orElseGet(Queries::nothing)).toList());
    }

    @Override
    Query range(ListField<?> field, Filter.Name name, Bound<Optional<Activity>> low, Bound<Optional<Activity>> high) {
        throw FilterRefusal.operatorNotAllowed(name, "lt, le, gt, ge, between", field.type().code());
    }

    /** Records of this activity today. */
    Query query(ListField<?> field, Activity activity) {
        long activeSince = Activity.activeSince(LocalDate.now(clock)).toEpochMilli();
        var range = new LongNumberRangeQuery.Builder().field(column(field));
        LongNumberRangeQuery built = switch (activity) {
            case CLOSED -> range.lte(0L).build();
            case DORMANT -> range.gt(0L).lt(activeSince).build();
            case ACTIVE -> range.gte(activeSince).build();
        };
        return Query.of(query -> query.range(r -> r.longNumber(built)));
    }
}
