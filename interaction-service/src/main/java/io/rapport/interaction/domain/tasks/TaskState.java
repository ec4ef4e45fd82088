package io.rapport.interaction.domain.tasks;

/**
 * All that decisions about a task depend on.
 *
 * @param occurrence null unless it repeats
 * @param next       id of the task that follows it; null while there is none
 */
public record TaskState(TaskFacts facts, TaskStatus status, Occurrence occurrence, String next, boolean archived) {

    TaskState with(TaskFacts other) {
        return new TaskState(other, status, occurrence, next, archived);
    }

    TaskState with(TaskStatus other) {
        return new TaskState(facts, other, occurrence, next, archived);
    }

    TaskState with(Occurrence other) {
        return new TaskState(facts, status, other, next, archived);
    }

    TaskState followedBy(String task) {
        return task == null ? this : new TaskState(facts, status, occurrence, task, archived);
    }

    TaskState archived(boolean now) {
        return new TaskState(facts, status, occurrence, next, now);
    }
}
