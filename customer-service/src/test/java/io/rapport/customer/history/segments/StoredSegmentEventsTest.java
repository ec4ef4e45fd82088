package io.rapport.customer.history.segments;

import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.segments.SegmentDefinition;
import io.rapport.customer.domain.segments.SegmentEvent;
import io.rapport.eventstore.StoredEventTypes;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.StoredEventFixtures;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class StoredSegmentEventsTest extends RunningCustomerService {

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenAnEventWhenSerializedThenTheStoredFormIsUnchanged() {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith("segment."))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        var saved = new SegmentEvent.Defined("fixture", new SegmentDefinition("高价值制造业", "春季活动邀请", "customer",
                "industry eq '制造'", true, "marketer"));
        return new StoredEventFixtures("segment", today, Map.of("segment.defined-1", saved,
                "segment.removed-1", new SegmentEvent.Removed())).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }
}
