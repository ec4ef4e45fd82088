package io.rapport.customer.domain.segments;

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
                                String owner) {
}
