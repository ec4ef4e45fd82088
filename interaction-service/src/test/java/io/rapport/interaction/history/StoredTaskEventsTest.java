package io.rapport.interaction.history;

import io.rapport.eventstore.StoredEventTypes;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.interaction.RunningInteractionService;
import io.rapport.interaction.domain.tasks.Occurrence;
import io.rapport.interaction.domain.tasks.TaskEvent;
import io.rapport.interaction.domain.tasks.TaskFacts;
import io.rapport.testing.StoredEventFixtures;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class StoredTaskEventsTest extends RunningInteractionService {

    private static final Map<String, TaskEvent> MEANING = Map.of(
            "task.opened-1", new TaskEvent.Opened("0198c0de-0000-7000-8000-000000000003",
                    new TaskFacts("CALLBACK", "回访报价", "先看邮件\n再打电话", LocalDate.of(2026, 11, 23), "14:30",
                            "Asia/Shanghai", "FREQ=WEEKLY;BYDAY=MO", "HIGH", "zhangsan",
                            "0198c0de-0000-7000-8000-000000000001", "0198c0de-0000-7000-8000-000000000002",
                            "0198c0de-0000-7000-8000-000000000004"),
                    new Occurrence("0198c0de-0000-7000-8000-000000000003", LocalDate.of(2026, 11, 16),
                            LocalDate.of(2026, 11, 23), "14:30")),
            "task.changed-1", new TaskEvent.Changed(new TaskFacts(null, null, null, null, null, null, null, "LOW",
                    null, null, null, null), Set.of("note")),
            "task.postponed-1", new TaskEvent.Postponed(LocalDate.of(2026, 11, 25), "09:00", "Asia/Shanghai"),
            "task.reassigned-1", new TaskEvent.Reassigned("lisi"),
            "task.completed-1", new TaskEvent.Completed("0198c0de-0000-7000-8000-000000000005"),
            "task.reopened-1", new TaskEvent.Reopened(),
            "task.cancelled-1", new TaskEvent.Cancelled(),
            "task.archived-1", new TaskEvent.Archived(),
            "task.restored-1", new TaskEvent.Restored());

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenAnEventWhenSerializedThenTheStoredFormIsUnchanged() {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith("task."))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        return new StoredEventFixtures("task", today, MEANING).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }
}
