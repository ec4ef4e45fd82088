package io.rapport.customer.publication.segments;

import io.rapport.customer.domain.segments.SegmentDefinition;
import io.rapport.customer.domain.segments.SegmentEvent;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.stream.Stream;

class SegmentPublicationTest {

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() {
        var publication = new SegmentPublication();
        var defined = new SegmentEvent.Defined("s1", new SegmentDefinition("高价值制造业", "春季活动邀请", "customer",
                "industry eq '制造' and revenueToDate gt 1000000", true, "marketer"));
        return new PublishedExamples<SegmentEvent>("contracts/segment/v1",
                Map.of("segment.defined.v1.example", defined, "segment.removed.v1.example", new SegmentEvent.Removed()))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }
}
