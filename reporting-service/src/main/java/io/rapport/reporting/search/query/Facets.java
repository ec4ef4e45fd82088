package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.Buckets;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.customers.Activity;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.text.Spellings;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the values of fields. Texts that conditions take for equal are one value, shown as it is written most often. */
final class Facets {

    private static final int VALUES = 100;

    /** Of how many spellings the texts of a field are put together. */
    private static final int MOST_SPELLINGS = 5_000;

    /** Spellings of one text to choose from; a record of several texts brings its others along. */
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
                    .terms(terms -> terms.field(Columns.of(field.name(), Columns.RAW)).size(MOST_SPELLINGS)));
            case BOOLEAN -> Aggregation.of(aggregation -> aggregation
                    .terms(terms -> terms.field(Columns.of(field.name(), Columns.FLAG))));
            case CUSTOM_BOOLEAN -> Aggregation.of(aggregation -> aggregation
                    .terms(terms -> terms.field(Columns.of(field.name(), Columns.KEY))));
            case REACHED -> Aggregation.of(aggregation -> aggregation.filter(reached.come(field)));
            case ACTIVITY -> Aggregation.of(aggregation -> aggregation
                    .filters(filters -> filters.filters(Buckets.of(buckets -> buckets.keyed(ofActivities(field))))));
            case NUMBER, MONEY, SUMMED_MONEY, DATE, INSTANT, CUSTOM_NUMBER, CUSTOM_DATE ->
                    throw new IllegalArgumentException("not counted: " + field.name());
        };
    }

    /** Empty for a field with too many spellings: its texts are counted by their keys, which takes many times longer. */
    Optional<FacetCount> read(ListField<?> field, Aggregate counted) {
        return switch (field.type()) {
            case TEXT -> !counted.isSterms() ? Optional.of(new FacetCount(List.of(), 0))
                    : others(counted.sterms().sumOtherDocCount()) > 0 ? Optional.empty()
                    : Optional.of(ofSpellings(counted.sterms().buckets().array()));
            case BOOLEAN -> Optional.of(new FacetCount(counted.isLterms() ? counted.lterms().buckets().array().stream()
                    .map(bucket -> new FacetCount.Value(bucket.key() == 1, bucket.docCount())).toList() : List.of(), 0));
            case CUSTOM_BOOLEAN -> Optional.of(new FacetCount(counted.isSterms()
                    ? counted.sterms().buckets().array().stream().map(bucket -> new FacetCount.Value(
                            Boolean.valueOf(bucket.key().stringValue()), bucket.docCount())).toList()
                    : List.of(), 0));
            case ACTIVITY -> Optional.of(new FacetCount(counted.filters().buckets().keyed().entrySet().stream()
                    .filter(bucket -> bucket.getValue().docCount() > 0)
                    .map(bucket -> new FacetCount.Value(bucket.getKey(), bucket.getValue().docCount()))
                    .sorted(Comparator.comparingLong(FacetCount.Value::count).reversed()).toList(), 0));
            case REACHED -> Optional.of(new FacetCount(counted.filter().docCount() == 0 ? List.of()
                    : List.of(new FacetCount.Value(true, counted.filter().docCount())), 0));
            case NUMBER, MONEY, SUMMED_MONEY, DATE, INSTANT, CUSTOM_NUMBER, CUSTOM_DATE ->
                    throw new IllegalArgumentException("not counted: " + field.name());
        };
    }

    /** A record has one spelling of a text, so that the records of all spellings can be added. */
    private static FacetCount ofSpellings(List<StringTermsBucket> mostFrequentFirst) {
        Map<String, FacetCount.Value> texts = new LinkedHashMap<>();
        for (StringTermsBucket bucket : mostFrequentFirst) {
            String spelling = bucket.key().stringValue();
            texts.merge(Spellings.key(spelling), new FacetCount.Value(Spellings.shown(spelling), bucket.docCount()),
                    (one, other) -> new FacetCount.Value(one.value(), one.count() + other.count()));
        }
        List<FacetCount.Value> values = texts.values().stream()
                .sorted(Comparator.comparingLong(FacetCount.Value::count).reversed()).toList();
        return new FacetCount(values.stream().limit(VALUES).toList(),
                values.stream().skip(VALUES).mapToLong(FacetCount.Value::count).sum());
    }

    static Aggregation byKey(ListField<?> field) {
        return Aggregation.of(aggregation -> aggregation
                .terms(terms -> terms.field(Columns.of(field.name(), Columns.KEY)).size(VALUES).shardSize(MOST_SPELLINGS))
                .aggregations(SPELLED, spelled -> spelled
                        .terms(terms -> terms.field(Columns.of(field.name(), Columns.RAW)).size(SPELLINGS))));
    }

    static FacetCount readByKey(Aggregate counted) {
        return new FacetCount(counted.sterms().buckets().array().stream().map(Facets::spelled).toList(),
                others(counted.sterms().sumOtherDocCount()));
    }

    /** A value as it is written most often, from a bucket of {@link #byKey}. */
    static FacetCount.Value spelled(StringTermsBucket bucket) {
        String key = bucket.key().stringValue();
        String spelled = bucket.aggregations().get(SPELLED).sterms().buckets().array().stream()
                .map(spelling -> spelling.key().stringValue())
                .filter(spelling -> Spellings.isOf(spelling, key))
                .findFirst().map(Spellings::shown).orElse(key);
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
