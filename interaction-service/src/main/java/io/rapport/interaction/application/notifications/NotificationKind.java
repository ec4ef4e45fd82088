package io.rapport.interaction.application.notifications;

/** What a user is told. */
public enum NotificationKind {

    /** Somebody gave him a task. */
    TASK_ASSIGNED,

    /** A task of his is due. */
    TASK_DUE
}
