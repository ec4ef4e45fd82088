package io.rapport.interaction.publication.tasks;

import io.rapport.eventstore.storage.StoredJson;
import io.rapport.interaction.domain.tasks.Occurrence;
import io.rapport.interaction.domain.tasks.TaskEvent;
import io.rapport.interaction.domain.tasks.TaskFacts;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class TaskPublicationTest {

    private static final TaskFacts FULL = new TaskFacts("CALLBACK", "回访报价", "先看邮件\n再打电话",
            LocalDate.of(2026, 11, 23), "14:30", "Asia/Shanghai", "FREQ=WEEKLY;BYDAY=MO", "HIGH", "zhangsan",
            "0198c0de-0000-7000-8000-000000000001", "0198c0de-0000-7000-8000-000000000002",
            "0198c0de-0000-7000-8000-000000000004");
    private static final TaskFacts LEAST = new TaskFacts("OTHER", "整理资料", null, null, null, "Asia/Shanghai", null,
            "NORMAL", "zhangsan", null, null, null);
    private static final TaskFacts LOW = new TaskFacts(null, null, null, null, null, null, null, "LOW", null, null,
            null, null);

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() {
        var publication = new TaskPublication();
        return new PublishedExamples<TaskEvent>("contracts/task/v1", Map.of(
                "task.opened.v1.example", new TaskEvent.Opened("id", FULL, new Occurrence(
                        "0198c0de-0000-7000-8000-000000000003", LocalDate.of(2026, 11, 16),
                        LocalDate.of(2026, 11, 23), "14:30")),
                "task.opened.v1.example-least", new TaskEvent.Opened("id", LEAST, null),
                "task.changed.v1.example", new TaskEvent.Changed(LOW, Set.of("note")),
                "task.postponed.v1.example",
                new TaskEvent.Postponed(LocalDate.of(2026, 11, 25), "09:00", "Asia/Shanghai"),
                "task.reassigned.v1.example", new TaskEvent.Reassigned("lisi"),
                "task.completed.v1.example", new TaskEvent.Completed("0198c0de-0000-7000-8000-000000000005"),
                "task.reopened.v1.example", new TaskEvent.Reopened(),
                "task.cancelled.v1.example", new TaskEvent.Cancelled(),
                "task.archived.v1.example", new TaskEvent.Archived(),
                "task.restored.v1.example", new TaskEvent.Restored()))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }
}
