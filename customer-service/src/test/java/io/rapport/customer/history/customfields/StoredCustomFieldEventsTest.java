package io.rapport.customer.history.customfields;

import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.customfields.CustomFieldEvent;
import io.rapport.customer.domain.customfields.CustomFieldExamples;
import io.rapport.customfields.RecordKind;
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

class StoredCustomFieldEventsTest extends RunningCustomerService {

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenAnEventWhenSerializedThenTheStoredFormIsUnchanged() {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith("custom-field."))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        return new StoredEventFixtures("custom-field", today, Map.of(
                "custom-field.defined-1", new CustomFieldEvent.Defined(CustomFieldExamples.colours()),
                "custom-field.removed-1", new CustomFieldEvent.Removed(RecordKind.CUSTOMER, "budget")))
                .tests(database,
                        id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                        StoredJson.mapper());
    }
}
