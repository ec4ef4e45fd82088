package io.rapport.interaction.publication.tasks;

import java.time.LocalDate;
import java.util.Set;

/**
 * Data of the public events of a task, version 1. Described by the JSON Schemas in {@code contracts/task/v1}; within a
 * version there are only additions. What is null is left out.
 */
public sealed interface TaskContract {

    /**
     * {@code task.opened.v1}
     *
     * @param occurrence which turn of a series it is; null for a task that does not repeat, and the first of a series
     */
    record Opened(Facts facts, Occurrence occurrence) implements TaskContract {
    }

    /**
     * {@code task.changed.v1}
     *
     * @param changed only facts that changed
     */
    record Changed(Facts changed, Set<String> cleared) implements TaskContract {
    }

    /** {@code task.postponed.v1} */
    record Postponed(LocalDate due, String dueTime, String timeZone) implements TaskContract {
    }

    /** {@code task.reassigned.v1} */
    record Reassigned(String assignee) implements TaskContract {
    }

    /**
     * {@code task.completed.v1}
     *
     * @param next id of the task that follows it; null for none
     */
    record Completed(String next) implements TaskContract {
    }

    /** What is known about a task. */
    record Facts(String kind, String title, String note, LocalDate due, String dueTime, String timeZone, String repeat,
                 String priority, String assignee, String customerId, String contactId, String opportunityId) {
    }

    /** Which turn of a series. */
    record Occurrence(String series, LocalDate start, LocalDate scheduled, String time) {
    }
}
