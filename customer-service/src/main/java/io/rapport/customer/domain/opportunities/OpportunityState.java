package io.rapport.customer.domain.opportunities;

import io.rapport.values.Assignment;

import java.time.Duration;
import java.time.Instant;

/**
 * All that decisions about an opportunity depend on.
 *
 * @param stageSince        when it came into its stage, or was opened again there
 * @param openSince         when it was opened, or opened again
 * @param secondsOpenBefore time it was open before it was opened again
 */
public record OpportunityState(
        OpportunityFacts facts,
        String pipeline,
        String stage,
        OpportunityStatus status,
        Assignment assignment,
        Instant stageSince,
        Instant openSince,
        long secondsOpenBefore,
        boolean archived) {

    static OpportunityState opened(OpportunityEvent.Opened event, Instant at) {
        return new OpportunityState(event.facts(), event.pipeline(), event.stage(), OpportunityStatus.OPEN,
                new Assignment(event.owner(), event.team()), at, at, 0, false);
    }

    boolean isOpen() {
        return status == OpportunityStatus.OPEN;
    }

    long secondsInStage(Instant now) {
        return secondsBetween(stageSince, now);
    }

    long openSeconds(Instant now) {
        return secondsOpenBefore + secondsBetween(openSince, now);
    }

    OpportunityState with(OpportunityFacts newFacts) {
        return new OpportunityState(newFacts, pipeline, stage, status, assignment, stageSince, openSince,
                secondsOpenBefore, archived);
    }

    OpportunityState with(Assignment newAssignment) {
        return new OpportunityState(facts, pipeline, stage, status, newAssignment, stageSince, openSince,
                secondsOpenBefore, archived);
    }

    OpportunityState in(String newPipeline, String newStage, Instant at) {
        return new OpportunityState(facts, newPipeline, newStage, status, assignment, at, openSince, secondsOpenBefore,
                archived);
    }

    OpportunityState closed(OpportunityStatus how, long openSeconds) {
        return new OpportunityState(facts, pipeline, stage, how, assignment, stageSince, openSince, openSeconds,
                archived);
    }

    OpportunityState reopened(String newPipeline, String newStage, Instant at) {
        return new OpportunityState(facts, newPipeline, newStage, OpportunityStatus.OPEN, assignment, at, at,
                secondsOpenBefore, archived);
    }

    OpportunityState archived(boolean nowArchived) {
        return new OpportunityState(facts, pipeline, stage, status, assignment, stageSince, openSince,
                secondsOpenBefore, nowArchived);
    }

    /** Clocks of two machines may differ by a little: no time is spent backwards. */
    private static long secondsBetween(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
