package io.rapport.interaction.domain.tasks;

import java.time.LocalDate;
import java.util.Set;

/** What has happened to a task, as it is stored. Private to this service. */
public sealed interface TaskEvent {

    /** @param occurrence null for a task that does not repeat, and for the first of a series */
    record Opened(String taskId, TaskFacts facts, Occurrence occurrence) implements TaskEvent {
    }

    /**
     * @param changed only the new values
     * @param cleared names of facts that are no longer known
     */
    record Changed(TaskFacts changed, Set<String> cleared) implements TaskEvent {
    }

    /** @param dueTime null: the whole day */
    record Postponed(LocalDate due, String dueTime, String timeZone) implements TaskEvent {
    }

    record Reassigned(String assignee) implements TaskEvent {
    }

    /** @param next id of the task that was opened in its turn; null for none */
    record Completed(String next) implements TaskEvent {
    }

    record Reopened() implements TaskEvent {
    }

    record Cancelled() implements TaskEvent {
    }

    record Archived() implements TaskEvent {
    }

    record Restored() implements TaskEvent {
    }
}
