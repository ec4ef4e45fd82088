package io.rapport.customer.domain.opportunities;

import io.rapport.customer.domain.pipelines.Pipelines;
import io.rapport.values.Patch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Just the events that bring an opportunity from one state to another; no rule stands in the way of what has been before.
 * Time does not run back: a stage that it returns to is entered anew.
 */
final class OpportunityRestatement {

    private OpportunityRestatement() {
    }

    /** None when both are the same but for times. */
    static List<OpportunityEvent> events(OpportunityState present, OpportunityState target, Pipelines pipelines,
                                         Instant now) {
        List<OpportunityEvent> events = new ArrayList<>();
        if (present.archived() && !target.archived()) {
            events.add(new OpportunityEvent.Restored());
        }
        Patch<OpportunityFacts> patch =
                OpportunityFacts.SHEET.effective(present.facts(), OpportunityFacts.SHEET.replacement(target.facts()));
        if (!OpportunityFacts.SHEET.isEmpty(patch)) {
            events.add(new OpportunityEvent.FactsChanged(patch.changed(), patch.cleared()));
        }
        if (!present.assignment().equals(target.assignment())) {
            events.add(new OpportunityEvent.OwnerAssigned(target.assignment().owner(), target.assignment().team()));
        }
        boolean samePipeline = present.pipeline().equals(target.pipeline());
        if (!samePipeline || !present.stage().equals(target.stage())) {
            events.add(new OpportunityEvent.StageChanged(samePipeline ? null : present.pipeline(), target.pipeline(),
                    present.stage(), target.stage(), present.secondsInStage(now), terms(target, pipelines)));
        }
        if (!present.archived() && target.archived()) {
            events.add(new OpportunityEvent.Archived());
        }
        return events;
    }

    /** What the stage asks today. */
    private static StageTerms terms(OpportunityState target, Pipelines pipelines) {
        return pipelines.find(target.pipeline()).flatMap(pipeline -> pipeline.stage(target.stage()))
                .map(stage -> new StageTerms(stage.probability(), stage.stalledAfterDays()))
                .orElseGet(() -> new StageTerms(null, null));
    }
}
