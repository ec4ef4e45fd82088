package io.rapport.customer.domain.segments;

/** What has happened to a segment, as it is stored. */
public sealed interface SegmentEvent {

    /** The segment is this now, whole. */
    record Defined(String segmentId, SegmentDefinition definition) implements SegmentEvent {
    }

    record Removed() implements SegmentEvent {
    }
}
