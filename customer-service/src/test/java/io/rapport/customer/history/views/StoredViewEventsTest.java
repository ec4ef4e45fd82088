package io.rapport.customer.history.views;

import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.views.ViewDefinition;
import io.rapport.customer.domain.views.ViewEvent;
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

class StoredViewEventsTest extends RunningCustomerService {

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenAnEventWhenSerializedThenTheStoredFormIsUnchanged() {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith("view."))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        var saved = new ViewEvent.Saved("fixture", new ViewDefinition("北京跟进中", "customer", "华为",
                List.of("name", "owner"), "region eq '北京'", List.of("-createdAt", "name"), true, "zhaoliu"));
        return new StoredEventFixtures("view", today, Map.of("view.saved-1", saved,
                "view.removed-1", new ViewEvent.Removed())).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }
}
