package io.rapport.customer.publication.segments;

import io.rapport.customer.domain.segments.SegmentDefinition;
import io.rapport.customer.domain.segments.SegmentEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What the world learns of segments. */
@Component
class SegmentPublication implements EventPublication<SegmentEvent> {

    @Override
    public PublicEvent publish(SegmentEvent event) {
        return switch (event) {
            case SegmentEvent.Defined e -> new PublicEvent("segment.defined.v1", defined(e.definition()));
            case SegmentEvent.Removed _ -> new PublicEvent("segment.removed.v1", Map.of());
        };
    }

    private static SegmentContract.Defined defined(SegmentDefinition segment) {
        return new SegmentContract.Defined(segment.name(), segment.description(), segment.recordKind(),
                segment.filter(), segment.shared(), segment.owner());
    }
}
