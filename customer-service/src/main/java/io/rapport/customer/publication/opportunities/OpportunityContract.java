package io.rapport.customer.publication.opportunities;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Data of the public events of an opportunity, version 1. Described by the JSON Schemas in
 * {@code contracts/opportunity/v1}; within a version there are only additions. What is null is left out.
 */
public sealed interface OpportunityContract {

    /**
     * {@code opportunity.opened.v1}
     *
     * @param stageProbability percent, as the stage had it then
     * @param stalledAfterDays days, as the stage had it then; absent: never
     */
    record Opened(Facts facts, String pipeline, String stage, Lead lead, String owner, String team,
                  Integer stageProbability, Integer stalledAfterDays) implements OpportunityContract {
    }

    /**
     * {@code opportunity.changed.v1}
     *
     * @param changed only facts that changed
     */
    record Changed(Facts changed, Set<String> cleared) implements OpportunityContract {
    }

    /** {@code opportunity.owner-assigned.v1} */
    record OwnerAssigned(String owner, String team) implements OpportunityContract {
    }

    /**
     * {@code opportunity.stage-changed.v1}
     *
     * @param fromPipeline     only when it moved to another pipeline
     * @param stageProbability percent, as the stage had it then
     * @param stalledAfterDays days, as the stage had it then; absent: never
     */
    record StageChanged(String pipeline, String from, String to, long secondsInStage, String fromPipeline,
                        Integer stageProbability, Integer stalledAfterDays) implements OpportunityContract {
    }

    /** {@code opportunity.won.v1} and {@code opportunity.lost.v1} */
    record Closed(String stage, long secondsInStage, long openSeconds) implements OpportunityContract {
    }

    /** {@code opportunity.reopened.v1}; the terms as in {@link StageChanged}. */
    record Reopened(String pipeline, String stage, Integer stageProbability, Integer stalledAfterDays)
            implements OpportunityContract {
    }

    /** What is known about an opportunity. */
    record Facts(
            String name,
            String customerId,
            List<String> contactIds,
            Money amount,
            LocalDate expectedClose,
            Integer probability,
            String need,
            Money budget,
            String purchaseIntent,
            String nextStep,
            String background,
            List<String> competitors,
            String source,
            List<String> tags,
            CustomValues custom) {
    }

    /** What the opportunity was made of. */
    record Lead(String kind, String id, String source) {
    }
}
