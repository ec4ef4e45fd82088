package io.rapport.reporting.search.api;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.filter.Position;
import io.rapport.reporting.search.query.SortBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller wants to see of a timeline: {@code kind=CALL,EMAIL}, {@code person=} ids of contacts that took part or
 * names of users who entered it, {@code from=2026-01-01}, {@code to=2026-01-31}, each a day in UTC, which counts whole,
 * or a moment. It takes all other parameters of lists too.
 */
record Timeline(List<Filter> conditions, Map<String, String[]> otherParameters) {

    static final List<SortBy> NEWEST_FIRST = List.of(new SortBy("time", true));

    private static final int MOST_CHOSEN = 50;

    /**
     * @throws Refusal UNREADABLE, naming the parameter, when one of its own makes no sense
     */
    static Timeline read(Map<String, String[]> parameters) {
        Map<String, String[]> others = new HashMap<>(parameters);
        List<Filter> conditions = new ArrayList<>();
        String kinds = take(others, "kind");
        if (kinds != null) {
            conditions.add(condition("kind", new Filter.In(chosen("kind", kinds))));
        }
        String people = take(others, "person");
        if (people != null) {
            Filter.In any = new Filter.In(chosen("person", people));
            conditions.add(new Filter.Or(List.of(condition("contactIds", any), condition("createdBy", any))));
        }
        String from = take(others, "from");
        if (from != null) {
            conditions.add(condition("time", new Filter.Compare(Filter.Operator.GE, moment("from", from))));
        }
        String to = take(others, "to");
        if (to != null) {
            conditions.add(condition("time", new Filter.Compare(Filter.Operator.LE, moment("to", to))));
        }
        return new Timeline(conditions, others);
    }

    /** Of what the filter selects, that which is wanted here. */
    Filter within(Filter filter) {
        List<Filter> all = new ArrayList<>(conditions);
        all.addFirst(filter);
        return all.size() == 1 ? filter : new Filter.And(all);
    }

    private static String take(Map<String, String[]> parameters, String name) {
        String[] given = parameters.remove(name);
        if (given != null && given.length > 1) {
            throw refused(name, "parameter-repeated", name);
        }
        return given == null || given[0].isBlank() ? null : given[0].strip();
    }

    private static List<Literal> chosen(String parameter, String text) {
        List<Literal> chosen = Arrays.stream(text.split(",")).map(String::strip).filter(one -> !one.isEmpty())
                .<Literal>map(Literal.Text::new).toList();
        if (chosen.isEmpty() || chosen.size() > MOST_CHOSEN) {
            throw refused(parameter, "timeline-choices", MOST_CHOSEN);
        }
        return chosen;
    }

    private static Literal moment(String parameter, String text) {
        try {
            if (text.indexOf('T') < 0) {
                LocalDate.parse(text);
            } else {
                OffsetDateTime.parse(text);
            }
            return new Literal.Text(text);
        } catch (DateTimeException neither) {
            throw refused(parameter, "timeline-period", parameter);
        }
    }

    private static Filter condition(String field, Filter.Predicate predicate) {
        return new Filter.Condition(new Filter.Name(field, Position.START), predicate);
    }

    private static Refusal refused(String parameter, String code, Object... arguments) {
        return Refusal.of(Refusal.Kind.UNREADABLE, parameter, code, arguments);
    }
}
