package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.Buckets;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.customers.Activity;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.text.EqualityKeys;
import io.rapport.reporting.search.text.TextFolding;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the values of fields. Texts that conditions take for equal are one value, shown as it is written most often. */
final class Facets {

    private static final int VALUES = 100;

    /** On several shards the most frequent values of each are merged: enough of them to be exact. */
    private static final int VALUES_PER_SHARD = 5_000;

    /** Spellings to choose from; a record of several texts brings its others along. */
    private static final int SPELLINGS = 10;

    static final String SPELLED = "spelled";

    private final ActivityConditions activities;
    private final ReachedConditions reached;

    Facets(Clock clock) {
        this.reached = new ReachedConditions(clock);
        this.activities = new ActivityConditions(clock);
    }

    Aggregation aggregation(ListField<?> field) {
        return switch (field.type()) {
            case TEXT -> Aggregation.of(aggregation -> aggregation
                    .terms(terms -> terms.field(Columns.of(field.name(), Columns.KEY)).size(VALUES)
                            .shardSize(VALUES_PER_SHARD))
                    .aggregations(SPELLED, spelled -> spelled
                            .terms(terms -> terms.field(Columns.of(field.name(), Columns.RAW)).size(SPELLINGS))));
            case BOOLEAN -> Aggregation.of(aggregation -> aggregation
                    .terms(terms -> terms.field(Columns.of(field.name(), Columns.FLAG))));
            case REACHED -> Aggregation.of(aggregation -> aggregation.filter(reached.today(field)));
            case ACTIVITY -> Aggregation.of(aggregation -> aggregation
                    .filters(filters -> filters.filters(Buckets.of(buckets -> buckets.keyed(ofActivities(field))))));
            case NUMBER, MONEY, SUMMED_MONEY, DATE, INSTANT -> throw new IllegalArgumentException("not counted: " + field.name());
        };
    }

    FacetCount read(ListField<?> field, Aggregate counted) {
        return switch (field.type()) {
            case TEXT -> counted.isSterms()
                    ? new FacetCount(counted.sterms().buckets().array().stream().map(Facets::spelled).toList(),
                            others(counted.sterms().sumOtherDocCount()))
                    : new FacetCount(List.of(), 0);
            case BOOLEAN -> new FacetCount(counted.isLterms() ? counted.lterms().buckets().array().stream()
                    .map(bucket -> new FacetCount.Value(bucket.key() == 1, bucket.docCount())).toList() : List.of(), 0);
            case REACHED -> new FacetCount(counted.filter().docCount() == 0 ? List.of()
                    : List.of(new FacetCount.Value(true, counted.filter().docCount())), 0);
            case ACTIVITY -> new FacetCount(counted.filters().buckets().keyed().entrySet().stream()
                    .filter(bucket -> bucket.getValue().docCount() > 0)
                    .map(bucket -> new FacetCount.Value(bucket.getKey(), bucket.getValue().docCount()))
                    .sorted((one, other) -> Long.compare(other.count(), one.count())).toList(), 0);
            case NUMBER, MONEY, SUMMED_MONEY, DATE, INSTANT -> throw new IllegalArgumentException("not counted: " + field.name());
        };
    }

    /** A value as it is written most often, from a bucket of {@link #aggregation}. */
    static FacetCount.Value spelled(StringTermsBucket bucket) {
        String key = bucket.key().stringValue();
        Aggregate spellings = bucket.aggregations().get(SPELLED);
        String spelled = !spellings.isSterms() ? key : spellings.sterms().buckets().array().stream()
                .map(spelling -> spelling.key().stringValue())
                .filter(spelling -> EqualityKeys.of(TextFolding.fold(spelling)).equals(key))
                .findFirst().orElse(key);
        return new FacetCount.Value(spelled, bucket.docCount());
    }

    private Map<String, Query> ofActivities(ListField<?> field) {
        Map<String, Query> queries = new LinkedHashMap<>();
        Arrays.stream(Activity.values()).forEach(activity -> queries.put(activity.name(), activities.query(field, activity)));
        return queries;
    }

    private static long others(Long others) {
        return others == null ? 0 : others;
    }
}
