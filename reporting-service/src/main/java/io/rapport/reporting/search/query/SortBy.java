package io.rapport.reporting.search.query;

/**
 * One field to sort by.
 *
 * @param field      name of a list field
 * @param descending whether great values come first; records without a value come last either way
 */
public record SortBy(String field, boolean descending) {
}
