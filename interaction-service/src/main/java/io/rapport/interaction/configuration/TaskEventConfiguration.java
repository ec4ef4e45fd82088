package io.rapport.interaction.configuration;

import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import io.rapport.interaction.domain.tasks.Task;
import io.rapport.interaction.domain.tasks.TaskEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which names the events of tasks are stored. */
@Configuration(proxyBeanMethods = false)
class TaskEventConfiguration {

    @Bean
    RecordType<Task, TaskEvent> taskRecords(EventPublication<TaskEvent> publication) {
        return RecordType.of("task", "1", Task.class, TaskEvent.class, publication)
                .event("task.opened", "1", TaskEvent.Opened.class)
                .event("task.changed", "1", TaskEvent.Changed.class)
                .event("task.postponed", "1", TaskEvent.Postponed.class)
                .event("task.reassigned", "1", TaskEvent.Reassigned.class)
                .event("task.completed", "1", TaskEvent.Completed.class)
                .event("task.reopened", "1", TaskEvent.Reopened.class)
                .event("task.cancelled", "1", TaskEvent.Cancelled.class)
                .event("task.archived", "1", TaskEvent.Archived.class)
                .event("task.restored", "1", TaskEvent.Restored.class)
                .build();
    }
}
