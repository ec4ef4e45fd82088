package io.rapport.interaction.domain.tasks;

import io.rapport.values.Patch;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

import java.time.Instant;

/**
 * What can be asked of a task. {@code expectedVersion} counts from 0 (version of the interface less 1) and is null
 * where any version will do.
 */
public sealed interface TaskCommand {

    String taskId();

    /** A new task. */
    record Open(@TargetAggregateIdentifier String taskId, TaskFacts facts) implements TaskCommand {
    }

    /** Other facts; another assignee among them is told as {@link Reassign} tells it. */
    record Change(
            @TargetAggregateIdentifier String taskId,
            @TargetAggregateVersion Long expectedVersion,
            Patch<TaskFacts> patch) implements TaskCommand {
    }

    /** Another moment for this task; where it repeats, those after it stay when they are. */
    record Postpone(
            @TargetAggregateIdentifier String taskId,
            @TargetAggregateVersion Long expectedVersion,
            Patch<TaskFacts> when) implements TaskCommand {
    }

    /** Somebody else is to do it. */
    record Reassign(
            @TargetAggregateIdentifier String taskId,
            @TargetAggregateVersion Long expectedVersion,
            String assignee) implements TaskCommand {
    }

    /**
     * It is done; where it repeats, the next one opens with it.
     *
     * @param at         when
     * @param nextTaskId the id that the next one gets, if there is one
     */
    record Complete(
            @TargetAggregateIdentifier String taskId,
            @TargetAggregateVersion Long expectedVersion,
            Instant at,
            String nextTaskId) implements TaskCommand {
    }

    /** It was not done after all, or is to be done again. The next one of a series stays. */
    record Reopen(
            @TargetAggregateIdentifier String taskId,
            @TargetAggregateVersion Long expectedVersion) implements TaskCommand {
    }

    /** It will not be done; a series ends here. */
    record Cancel(
            @TargetAggregateIdentifier String taskId,
            @TargetAggregateVersion Long expectedVersion) implements TaskCommand {
    }

    /**
     * Takes the task out of every list; it can be restored.
     *
     * @param reason required
     */
    record Archive(
            @TargetAggregateIdentifier String taskId,
            @TargetAggregateVersion Long expectedVersion,
            String reason) implements TaskCommand {
    }

    /** Brings an archived task back. */
    record Restore(
            @TargetAggregateIdentifier String taskId,
            @TargetAggregateVersion Long expectedVersion) implements TaskCommand {
    }
}
