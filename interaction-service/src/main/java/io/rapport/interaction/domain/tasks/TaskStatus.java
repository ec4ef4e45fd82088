package io.rapport.interaction.domain.tasks;

/** How far a task has come. */
public enum TaskStatus {
    OPEN,
    DONE,
    CANCELLED
}
