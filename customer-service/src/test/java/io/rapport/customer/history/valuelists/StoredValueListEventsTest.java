package io.rapport.customer.history.valuelists;

import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListEvent;
import io.rapport.eventstore.StoredEventTypes;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.StoredEventFixtures;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class StoredValueListEventsTest extends RunningCustomerService {

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenAnEventWhenSerializedThenTheStoredFormIsUnchanged() {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith("value-list."))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        var levels = new ValueListDefinition("level", false, List.of(
                new ValueListDefinition.Entry("NORMAL", Map.of("en", "Normal", "zh-CN", "普通"), false),
                new ValueListDefinition.Entry("KEY", Map.of("zh-CN", "重要"), true)));
        return new StoredEventFixtures("value-list", today,
                Map.of("value-list.defined-1", new ValueListEvent.Defined(levels))).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }
}
