package io.rapport.customer.application.segments;

import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Settings;
import io.rapport.customer.domain.segments.SegmentDefinition;
import io.rapport.customer.domain.segments.SegmentEvent;
import org.springframework.stereotype.Component;

/** The segments of everybody. */
@Component
public class DefinedSegments {

    private final PresentSettings<SegmentDefinition> segments;

    DefinedSegments(Settings settings) {
        segments = settings.keep("segment", SegmentEvent.class, SegmentDefinition.class, event -> switch (event) {
            case SegmentEvent.Defined defined -> defined.definition();
            case SegmentEvent.Removed _ -> null;
        });
    }

    public PresentSettings<SegmentDefinition> present() {
        return segments;
    }
}
