package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.LongNumberRangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.search.catalogue.FieldType;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.index.Columns;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Conditions on days and moments. Where a moment is compared with a day, the whole day in UTC is meant; a field of days
 * takes days only.
 */
final class TimeConditions extends Conditions<TimeConditions.Span> {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final FieldType type;

    TimeConditions(FieldType type) {
        this.type = type;
    }

    /**
     * What a literal covers.
     *
     * @param from  first millisecond since the epoch
     * @param until first millisecond after it
     */
    record Span(long from, long until) {

        static Span ofDay(LocalDate day) {
            return new Span(millis(day), millis(day.plusDays(1)));
        }

        private static long millis(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }
    }

    @Override
    String column(ListField<?> field) {
        return Columns.of(field.name(), Columns.TIME);
    }

    @Override
    Span read(Literal literal) {
        if (!(literal instanceof Literal.Text(String text))) {
            return null;
        }
        try {
            if (DAY.matcher(text).matches()) {
                return Span.ofDay(LocalDate.parse(text));
            }
            if (type == FieldType.DATE) {
                return null;
            }
            Instant instant = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
            return new Span(instant.toEpochMilli(), instant.toEpochMilli() + 1);
        } catch (DateTimeException | ArithmeticException notATime) {
            return null;
        }
    }

    @Override
    Query equal(ListField<?> field, List<Span> spans) {
        return Queries.any(spans.stream().map(span -> between(field, span.from(), span.until())).toList());
    }

    @Override
    Query range(ListField<?> field, Filter.Name name, Bound<Span> low, Bound<Span> high) {
        return between(field,
                low == null ? null : (Long) (low.included() ? low.value().from() : low.value().until()),
                high == null ? null : (Long) (high.included() ? high.value().until() : high.value().from()));
    }

    private Query between(ListField<?> field, Long from, Long until) {
        var range = new LongNumberRangeQuery.Builder().field(column(field));
        if (from != null) {
            range = range.gte(from);
        }
        if (until != null) {
            range = range.lt(until);
        }
        LongNumberRangeQuery built = range.build();
        return Query.of(query -> query.range(r -> r.longNumber(built)));
    }
}
