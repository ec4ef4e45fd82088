package io.rapport.contact.history;

import io.rapport.contact.RunningContactService;
import io.rapport.contact.domain.ContactEvent;
import io.rapport.contact.domain.SampleContacts;
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

class StoredContactEventsTest extends RunningContactService {

    private static final Map<String, ContactEvent> MEANING = Map.of(
            "contact.registered-1", new ContactEvent.Registered("0198c0de-0000-7000-8000-000000000002",
                    SampleContacts.plain("张三", "采购经理", "zhangsan@huawei.com", "13800000001",
                            "0198c0de-0000-7000-8000-000000000001"), null, null),
            "contact.facts-changed-1", new ContactEvent.FactsChanged(
                    SampleContacts.plain(null, "采购总监", null, null, null), Set.of("email")),
            "contact.archived-1", new ContactEvent.Archived(),
            "contact.owner-assigned-1", new ContactEvent.OwnerAssigned("zhangsan", "/east/shanghai"),
            "contact.restored-1", new ContactEvent.Restored(),
            "contact.withdrawn-1", new ContactEvent.Withdrawn());

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenAnEventWhenSerializedThenTheStoredFormIsUnchanged() {
        Set<String> today = types.all().stream().filter(type -> !type.name().equals("contact"))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        return new StoredEventFixtures("contact", today, MEANING).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }
}
