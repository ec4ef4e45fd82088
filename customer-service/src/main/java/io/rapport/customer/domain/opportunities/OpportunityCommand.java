package io.rapport.customer.domain.opportunities;

import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be asked of an opportunity. {@code expectedVersion} counts from 0 (version of the interface less 1) and is
 * null where any version will do.
 */
public sealed interface OpportunityCommand {

    String opportunityId();

    /**
     * A new opportunity.
     *
     * @param pipeline null: the default one
     * @param stage    null: the first of the pipeline
     * @param lead     what it is made of; null when nothing
     */
    record Open(
            @TargetAggregateIdentifier String opportunityId,
            OpportunityFacts facts,
            String pipeline,
            String stage,
            Lead lead,
            Assignment assignment) implements OpportunityCommand {
    }

    /** Several changes that happen together or not at all. */
    record Change(
            @TargetAggregateIdentifier String opportunityId,
            @TargetAggregateVersion Long expectedVersion,
            List<Part> parts) implements OpportunityCommand {

        public Change {
            parts = List.copyOf(parts);
        }
    }

    /** The customer buys. */
    record Win(
            @TargetAggregateIdentifier String opportunityId,
            @TargetAggregateVersion Long expectedVersion) implements OpportunityCommand {
    }

    /**
     * The customer does not buy.
     *
     * @param reason required
     */
    record Lose(
            @TargetAggregateIdentifier String opportunityId,
            @TargetAggregateVersion Long expectedVersion,
            String reason) implements OpportunityCommand {
    }

    /**
     * A won or lost opportunity is open again.
     *
     * @param pipeline null: the one it was in
     * @param stage    null: the one it was in, or the first of another pipeline
     */
    record Reopen(
            @TargetAggregateIdentifier String opportunityId,
            @TargetAggregateVersion Long expectedVersion,
            String pipeline,
            String stage) implements OpportunityCommand {
    }

    /**
     * Takes the opportunity out of use; it can be restored.
     *
     * @param reason required
     */
    record Archive(
            @TargetAggregateIdentifier String opportunityId,
            @TargetAggregateVersion Long expectedVersion,
            String reason) implements OpportunityCommand {
    }

    /** Brings an archived opportunity back. */
    record Restore(
            @TargetAggregateIdentifier String opportunityId,
            @TargetAggregateVersion Long expectedVersion) implements OpportunityCommand {
    }

    /**
     * Makes the opportunity again what it was, whatever has been settled since. The time it spent in its stages goes on.
     *
     * @param target as it is to be
     */
    record Restate(
            @TargetAggregateIdentifier String opportunityId,
            @TargetAggregateVersion Long expectedVersion,
            OpportunityState target) implements OpportunityCommand {
    }

    /** Takes back that the opportunity was ever entered: it can be found no more. */
    record Withdraw(
            @TargetAggregateIdentifier String opportunityId,
            @TargetAggregateVersion Long expectedVersion) implements OpportunityCommand {
    }

    /** One change of a {@link Change}. */
    sealed interface Part {

        /** Other facts. */
        record ChangeFacts(Patch<OpportunityFacts> patch) implements Part {
        }

        /** More or fewer tags, whichever there are; one that is both added and removed is added. */
        record ChangeTags(List<String> added, List<String> removed) implements Part {

            public ChangeTags {
                added = List.copyOf(added);
                removed = List.copyOf(removed);
            }

            Patch<OpportunityFacts> patch(List<String> present) {
                Set<String> tags = new LinkedHashSet<>(present == null ? List.of() : present);
                removed.forEach(tags::remove);
                tags.addAll(added);
                return tags.isEmpty() ? new Patch<>(OpportunityFacts.SHEET.empty(), Set.of("tags"))
                        : new Patch<>(OpportunityFacts.SHEET.empty().withTags(List.copyOf(tags)), Set.of());
            }
        }

        /** Another owner or team. */
        record AssignOwner(Patch<Assignment> patch) implements Part {
        }

        /**
         * Another stage.
         *
         * @param pipeline null: the one it is in
         * @param stage    null: the one it is in, or the first of another pipeline
         */
        record MoveTo(String pipeline, String stage) implements Part {
        }
    }
}
