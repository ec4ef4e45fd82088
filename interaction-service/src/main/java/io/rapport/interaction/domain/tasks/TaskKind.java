package io.rapport.interaction.domain.tasks;

/** What is to be done. */
public enum TaskKind {
    CALLBACK,
    EMAIL,
    MEETING,
    OTHER
}
