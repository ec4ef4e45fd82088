package io.rapport.customer.domain.opportunities;

import java.util.Set;

/**
 * What has happened to an opportunity, as it is stored. Private to this service; other programs see the public events
 * that {@code publication} makes of these.
 */
public sealed interface OpportunityEvent {

    /**
     * @param lead  what it was made of; null when it was entered as such
     * @param terms of the stage it is in
     */
    record Opened(String opportunityId, OpportunityFacts facts, String pipeline, String stage, Lead lead, String owner,
                  String team, StageTerms terms) implements OpportunityEvent {
    }

    /**
     * @param changed only the new values
     * @param cleared names of facts that are no longer known
     */
    record FactsChanged(OpportunityFacts changed, Set<String> cleared) implements OpportunityEvent {
    }

    /** The assignment as it is now; null for nobody and unknown. */
    record OwnerAssigned(String owner, String team) implements OpportunityEvent {
    }

    /**
     * @param fromPipeline   the pipeline it left; null when it stays in its pipeline
     * @param pipeline       the pipeline it is in now
     * @param secondsInStage time it spent in {@code from}
     * @param terms          of the stage it is in now
     */
    record StageChanged(String fromPipeline, String pipeline, String from, String to, long secondsInStage,
                        StageTerms terms) implements OpportunityEvent {
    }

    /**
     * @param stage          where it was won
     * @param secondsInStage time it spent there
     * @param openSeconds    time it was open in all, without the time it was closed in between
     */
    record Won(String stage, long secondsInStage, long openSeconds) implements OpportunityEvent {
    }

    /** As {@link Won}; the reason stands beside the event. */
    record Lost(String stage, long secondsInStage, long openSeconds) implements OpportunityEvent {
    }

    /** The pipeline and the stage where it goes on, and the terms of the stage. */
    record Reopened(String pipeline, String stage, StageTerms terms) implements OpportunityEvent {
    }

    record Archived() implements OpportunityEvent {
    }

    record Restored() implements OpportunityEvent {
    }

    /** The opportunity was entered by mistake; the last event of its life. */
    record Withdrawn() implements OpportunityEvent {
    }
}
