package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import io.rapport.contracts.Money;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.index.SummedMoney;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups records by the text in a field and adds up what each group comes to. */
final class Groups {

    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_CURRENCIES = 300;
    private static final String WHOLE = "whole";
    private static final String FRACTION = "fraction";

    private final ReachedConditions reached;

    Groups(Clock clock) {
        this.reached = new ReachedConditions(clock);
    }

    /**
     * @param by   a field of texts that is counted
     * @param sums fields of amounts that can be added up
     * @param days fields that tell whether a day has come
     * @param rights amounts are added up where they are seen
     */
    Aggregation aggregation(ListField<?> by, List<ListField<?>> sums, List<ListField<?>> days, KindRights rights) {
        Map<String, Aggregation> parts = new HashMap<>();
        parts.put(Facets.SPELLED, Aggregation.of(spelled -> spelled
                .terms(terms -> terms.field(Columns.of(by.name(), Columns.RAW)).size(1))));
        sums.forEach(field -> parts.put(field.name(), Guarded.aggregation(Aggregation.of(sum -> sum
                .terms(terms -> terms.field(Columns.of(field.name(), Columns.CURRENCY)).size(MOST_CURRENCIES))
                .aggregations(WHOLE, part -> part.sum(s -> s.field(Columns.of(field.name(), Columns.WHOLE))))
                .aggregations(FRACTION, part -> part.sum(s -> s.field(Columns.of(field.name(), Columns.FRACTION))))),
                rights.full(field.name()))));
        days.forEach(field -> parts.put(field.name(), Aggregation.of(day -> day.filter(reached.come(field)))));
        return Aggregation.of(groups -> groups
                .terms(terms -> terms.field(Columns.of(by.name(), Columns.KEY)).size(MOST_GROUPS)).aggregations(parts));
    }

    /** The groups by their texts, in the order of these. */
    Map<String, Group> read(Aggregate groups, List<ListField<?>> sums, List<ListField<?>> days, KindRights rights) {
        Map<String, Group> read = new TreeMap<>();
        if (groups.isSterms()) {
            groups.sterms().buckets().array().forEach(bucket ->
                    read.put((String) Facets.spelled(bucket).value(), group(bucket, sums, days, rights)));
        }
        return read;
    }

    private static Group group(StringTermsBucket bucket, List<ListField<?>> sums, List<ListField<?>> days,
            KindRights rights) {
        Map<String, List<Money>> amounts = new HashMap<>();
        sums.forEach(field -> amounts.put(field.name(), amounts(Guarded.read(
                bucket.aggregations().get(field.name()), rights.full(field.name())))));
        Map<String, Long> reached = new HashMap<>();
        days.forEach(field ->
                reached.put(field.name(), bucket.aggregations().get(field.name()).filter().docCount()));
        return new Group(bucket.docCount(), amounts, reached);
    }

    private static List<Money> amounts(Aggregate currencies) {
        return !currencies.isSterms() ? List.of() : currencies.sterms().buckets().array().stream()
                .map(bucket -> SummedMoney.sum(bucket.aggregations().get(WHOLE).sum().value(),
                        bucket.aggregations().get(FRACTION).sum().value(), bucket.key().stringValue()))
                .sorted(Comparator.comparing(Money::currency)).toList();
    }
}
