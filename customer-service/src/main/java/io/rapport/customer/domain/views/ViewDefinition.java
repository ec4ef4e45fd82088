package io.rapport.customer.domain.views;

import io.rapport.customer.domain.sharing.Shareable;
import io.rapport.values.FieldErrors;
import io.rapport.values.TextRule;

import java.util.List;

/**
 * A view as it stands.
 *
 * @param recordKind what it lists: {@code customer}, {@code contact}, …
 * @param q          text of the search box; null for none
 * @param columns    names of list fields in the order in which they are shown; empty for the list's own
 * @param filter     in the filter language of lists; null for none
 * @param sort       names of list fields, the most important first, with {@code -} before those that descend
 * @param shared     whether everybody sees it, not its owner alone
 * @param owner      who made it
 */
public record ViewDefinition(String name, String recordKind, String q, List<String> columns, String filter,
                             List<String> sort, boolean shared, String owner) implements Shareable<ViewDefinition> {

    private static final TextRule SEARCHED = TextRule.line(500);
    private static final TextRule FIELD = TextRule.line(200);
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_SORTS = 8;

    public ViewDefinition {
        columns = columns == null ? List.of() : List.copyOf(columns);
        sort = sort == null ? List.of() : List.copyOf(sort);
    }

    @Override
    public ViewDefinition keptFor(String owner) {
        return new ViewDefinition(name.strip(), recordKind, q, columns, filter, sort, shared, owner);
    }

    @Override
    public void check(FieldErrors errors) {
        SEARCHED.check("q", q, errors);
        fewAndDifferent("columns", columns, MOST_COLUMNS, errors);
        fewAndDifferent("sort", sort, MOST_SORTS, errors);
    }

    private static void fewAndDifferent(String field, List<String> names, int most, FieldErrors errors) {
        if (names.size() > most) {
            errors.add(field, "too-many", most);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            String element = field + '[' + i + ']';
            FIELD.checkGiven(element, names.get(i), errors);
            if (names.indexOf(names.get(i)) < i) {
                errors.add(element, "named-twice");
            } else if (names.get(i).contains(",")) {
                errors.add(element, "comma-in-name");
            }
        }
    }
}
