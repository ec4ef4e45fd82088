package io.rapport.reporting.search.query;

import java.util.List;

/**
 * Which part of a list is wanted, and in what order.
 *
 * @param sort   by relevance when empty and something is searched, else the newest records first
 * @param size   records at most
 * @param number from 1; not used when there is a cursor
 * @param cursor as the answer before gave it; null for a page by number
 */
public record Page(List<SortBy> sort, int size, int number, String cursor) {

    public static final int MAX_SIZE = 200;
    public static final int DEFAULT_SIZE = 50;

    /** Records that pages by number reach; a cursor goes further. */
    public static final int MAX_REACH = 10_000;

    public Page {
        sort = List.copyOf(sort);
    }

    int from() {
        return cursor == null ? (number - 1) * size : 0;
    }
}
