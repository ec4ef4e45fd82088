package io.rapport.reporting.search.filter;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a filter in the one way that means the same when read again. */
final class FilterPrinter {

    private FilterPrinter() {
    }

    static String print(Filter filter) {
        return switch (filter) {
            case Filter.Or(List<Filter> terms) -> join(terms, " or ");
            case Filter.And(List<Filter> terms) -> join(terms, " and ");
            case Filter.Not(Filter term) -> "not " + term(term);
            case Filter.Condition(Filter.Name field, Filter.Predicate predicate) -> field.name() + " " + print(predicate);
        };
    }

    private static String join(List<Filter> terms, String word) {
        return terms.stream().map(FilterPrinter::term).collect(Collectors.joining(word));
    }

    private static String term(Filter filter) {
        boolean joined = filter instanceof Filter.And || filter instanceof Filter.Or;
        return joined ? "(" + print(filter) + ")" : print(filter);
    }

    private static String print(Filter.Predicate predicate) {
        return switch (predicate) {
            case Filter.Compare(Filter.Operator operator, Literal value) -> operator.code() + " " + print(value);
            case Filter.In(List<Literal> values) ->
                    values.stream().map(FilterPrinter::print).collect(Collectors.joining(", ", "in (", ")"));
            case Filter.Between(Literal low, Literal high) -> "between " + print(low) + " and " + print(high);
            case Filter.Exists(boolean expected) -> expected ? "exists" : "exists false";
        };
    }

    private static String print(Literal value) {
        return switch (value) {
            case Literal.Text(String text) -> "'" + text.replace("'", "''") + "'";
            case Literal.Number(var number) -> number.toPlainString();
            case Literal.Bool(boolean bool) -> Boolean.toString(bool);
            case Literal.Null() -> "null";
        };
    }
}
