package io.rapport.customer.publication.segments;

/** Data of the public events of segments, version 1; described by the JSON Schemas in {@code contracts/segment/v1}. */
public sealed interface SegmentContract {

    /** {@code segment.defined.v1}: the whole segment. */
    record Defined(String name, String description, String recordKind, String filter, boolean shared, String owner)
            implements SegmentContract {
    }
}
