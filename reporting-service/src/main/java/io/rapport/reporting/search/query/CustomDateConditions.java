package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.index.Columns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Conditions on custom fields of days: written with four digits of the year, they are in order as text. */
final class CustomDateConditions extends Conditions<String> {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Override
    String column(ListField<?> field) {
        return Columns.of(field.name(), Columns.KEY);
    }

    @Override
    String read(Literal literal) {
        if (literal instanceof Literal.Text(String text) && DAY.matcher(text).matches()) {
            try {
                return LocalDate.parse(text).toString();
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }
        return null;
    }

    @Override
    Query equal(ListField<?> field, List<String> days) {
        return Queries.oneOf(column(field), days);
    }

    @Override
    Query range(ListField<?> field, Filter.Name name, Bound<String> low, Bound<String> high) {
        return Queries.between(column(field), low, high);
    }
}
