package io.rapport.reporting.search.segments;

/**
 * What a list needs to know of a segment.
 *
 * @param recordKind code of the kind of its records
 * @param filter     as it was saved
 */
record Segment(String recordKind, String filter) {
}
