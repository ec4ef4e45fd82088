package io.rapport.reporting.search.filter;

/**
 * Where something stands in a filter as a person counts.
 *
 * @param line   from 1
 * @param column in characters, from 1
 * @param offset in characters from the beginning of the text, from 0
 */
public record Position(int line, int column, int offset) {

    public static final Position START = new Position(1, 1, 0);
}
