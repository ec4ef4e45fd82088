package io.rapport.reporting.belonging;

/**
 * Who owns the customer that a record belongs to, noted with the record so that lists need not ask for it row by row.
 * Follows from other records: never stored with the record itself.
 *
 * @param known   whether the customer that answers in the end is there
 * @param owner   of that customer; null for nobody
 * @param version greater with every change of what this follows from
 */
public record CustomerHold(boolean known, String owner, long version) {
}
