package io.rapport.customer.configuration;

import io.rapport.customer.domain.segments.Segment;
import io.rapport.customer.domain.segments.SegmentEvent;
import io.rapport.customer.domain.views.View;
import io.rapport.customer.domain.views.ViewEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which names the events of views and segments are stored. */
@Configuration(proxyBeanMethods = false)
class ViewEventConfiguration {

    @Bean
    RecordType<View, ViewEvent> viewRecords(EventPublication<ViewEvent> publication) {
        return RecordType.of("view", "1", View.class, ViewEvent.class, publication)
                .event("view.saved", "1", ViewEvent.Saved.class)
                .event("view.removed", "1", ViewEvent.Removed.class)
                .build();
    }

    @Bean
    RecordType<Segment, SegmentEvent> segmentRecords(EventPublication<SegmentEvent> publication) {
        return RecordType.of("segment", "1", Segment.class, SegmentEvent.class, publication)
                .event("segment.defined", "1", SegmentEvent.Defined.class)
                .event("segment.removed", "1", SegmentEvent.Removed.class)
                .build();
    }
}
