package io.rapport.reporting.belonging;

import java.util.Set;

/**
 * Who owns the customers that a record belongs to, noted with the record so that lists need not ask for it row by row.
 * Follows from other records: never stored with the record itself.
 *
 * @param known    whether one of the customers that answer in the end is there
 * @param complete whether all of them are
 * @param owners   of those that are there
 * @param unowned  whether nobody owns one of them
 * @param version  greater with every change of what this follows from
 */
public record CustomerHold(boolean known, boolean complete, Set<String> owners, boolean unowned, long version) {

    public CustomerHold {
        owners = owners == null ? Set.of() : Set.copyOf(owners);
    }
}
