package io.rapport.customer.domain.views;

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
                             List<String> sort, boolean shared, String owner) {

    public ViewDefinition {
        columns = columns == null ? List.of() : List.copyOf(columns);
        sort = sort == null ? List.of() : List.copyOf(sort);
    }
}
