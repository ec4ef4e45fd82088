package io.rapport.interaction.domain.interactions;

import io.rapport.values.Patch;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/**
 * What can be asked of an interaction. {@code expectedVersion} counts from 0 (version of the interface less 1) and is
 * null where any version will do.
 */
public sealed interface InteractionCommand {

    String interactionId();

    /** A new interaction. */
    record Record(@TargetAggregateIdentifier String interactionId, InteractionFacts facts)
            implements InteractionCommand {
    }

    /** Says what was really so; the earlier version stays visible in the history. */
    record Correct(
            @TargetAggregateIdentifier String interactionId,
            @TargetAggregateVersion Long expectedVersion,
            Patch<InteractionFacts> patch) implements InteractionCommand {
    }

    /**
     * Takes the interaction out of every list; it can be restored.
     *
     * @param reason required
     */
    record Delete(
            @TargetAggregateIdentifier String interactionId,
            @TargetAggregateVersion Long expectedVersion,
            String reason) implements InteractionCommand {
    }

    /** Brings a deleted interaction back. */
    record Restore(
            @TargetAggregateIdentifier String interactionId,
            @TargetAggregateVersion Long expectedVersion) implements InteractionCommand {
    }

    /** Takes it back as if it had never been: undoes the import that made it. */
    record Withdraw(
            @TargetAggregateIdentifier String interactionId,
            @TargetAggregateVersion Long expectedVersion) implements InteractionCommand {
    }
}
