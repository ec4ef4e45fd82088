package io.rapport.interaction.application.tasks;

import io.rapport.interaction.domain.tasks.TaskState;

import java.time.Instant;

/**
 * A task as it stands now.
 *
 * @param version sequence of its last event, from 1
 */
public record ScheduledTask(String id, TaskState state, long version, Instant openedAt, Instant changedAt) {
}
