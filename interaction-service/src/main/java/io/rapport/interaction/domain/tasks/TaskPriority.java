package io.rapport.interaction.domain.tasks;

/** How much it matters, the least first. */
public enum TaskPriority {
    LOW,
    NORMAL,
    HIGH
}
