package io.rapport.reporting.search.query;

import java.util.List;

/**
 * One part of a list.
 *
 * @param total      records in the whole list, exactly
 * @param nextCursor where the list goes on; null at its end
 * @param <D>        the record as it is read
 */
public record Listing<D>(List<D> records, long total, String nextCursor) {

    public Listing {
        records = List.copyOf(records);
    }
}
