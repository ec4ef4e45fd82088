package io.rapport.customer.domain.segments;

import io.rapport.customer.domain.sharing.Shareable;
import io.rapport.values.FieldErrors;
import io.rapport.values.TextRule;

/**
 * A segment as it stands.
 *
 * @param description what it is for; null where nobody said
 * @param recordKind  what it is of: {@code customer}, {@code contact}, …
 * @param filter      in the filter language of lists
 * @param shared      whether everybody sees it, not its owner alone
 * @param owner       who made it
 */
public record SegmentDefinition(String name, String description, String recordKind, String filter, boolean shared,
                                String owner) implements Shareable<SegmentDefinition> {

    private static final TextRule DESCRIPTION = TextRule.lines(1_000);

    @Override
    public SegmentDefinition keptFor(String owner) {
        return new SegmentDefinition(name.strip(), description, recordKind, filter, shared, owner);
    }

    @Override
    public void check(FieldErrors errors) {
        DESCRIPTION.check("description", description, errors);
        if (filter == null || filter.isBlank()) {
            errors.add("filter", "required");
        }
    }
}
