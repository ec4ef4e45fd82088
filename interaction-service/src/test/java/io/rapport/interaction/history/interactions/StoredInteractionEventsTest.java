package io.rapport.interaction.history.interactions;

import io.rapport.eventstore.StoredEventTypes;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.interaction.RunningInteractionService;
import io.rapport.interaction.domain.interactions.InteractionEvent;
import io.rapport.interaction.domain.interactions.SampleFacts;
import io.rapport.testing.StoredEventFixtures;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class StoredInteractionEventsTest extends RunningInteractionService {

    private static final Map<String, InteractionEvent> MEANING = Map.of(
            "interaction.recorded-1", new InteractionEvent.Recorded("0198c0de-0000-7000-8000-000000000003",
                    SampleFacts.of("CALL", Instant.parse("2025-03-01T08:00:00Z"), "报价", "客户要求\n新报价",
                            "0198c0de-0000-7000-8000-000000000001", "0198c0de-0000-7000-8000-000000000002")),
            "interaction.corrected-1", new InteractionEvent.Corrected(
                    SampleFacts.of(null, null, "新报价", null, null, null), Set.of("text")),
            "interaction.deleted-1", new InteractionEvent.Deleted(),
            "interaction.restored-1", new InteractionEvent.Restored(),
            "interaction.withdrawn-1", new InteractionEvent.Withdrawn());

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenAnEventWhenSerializedThenTheStoredFormIsUnchanged() {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith("interaction."))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        return new StoredEventFixtures("interaction", today, MEANING).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }
}
