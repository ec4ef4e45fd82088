package io.rapport.customer.publication.opportunities;

import io.rapport.customer.domain.opportunities.Lead;
import io.rapport.customer.domain.opportunities.OpportunityEvent;
import io.rapport.customer.domain.opportunities.OpportunityFacts;
import io.rapport.customer.domain.opportunities.StageTerms;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What the world learns of each private event of an opportunity. */
@Component
class OpportunityPublication implements EventPublication<OpportunityEvent> {

    private static final Map<String, Object> NO_DATA = Map.of();

    @Override
    public PublicEvent publish(OpportunityEvent storedEvent) {
        return switch (storedEvent) {
            case OpportunityEvent.Opened e -> new PublicEvent("opportunity.opened.v1", new OpportunityContract.Opened(
                    facts(e.facts()), e.pipeline(), e.stage(), lead(e.lead()), e.owner(), e.team(),
                    probability(e.terms()), stalledAfterDays(e.terms())));
            case OpportunityEvent.FactsChanged e -> new PublicEvent("opportunity.changed.v1",
                    new OpportunityContract.Changed(facts(e.changed()), e.cleared()));
            case OpportunityEvent.OwnerAssigned e -> new PublicEvent("opportunity.owner-assigned.v1",
                    new OpportunityContract.OwnerAssigned(e.owner(), e.team()));
            case OpportunityEvent.StageChanged e -> new PublicEvent("opportunity.stage-changed.v1",
                    new OpportunityContract.StageChanged(e.pipeline(), e.from(), e.to(), e.secondsInStage(),
                            e.fromPipeline(), probability(e.terms()), stalledAfterDays(e.terms())));
            case OpportunityEvent.Won e -> new PublicEvent("opportunity.won.v1",
                    new OpportunityContract.Closed(e.stage(), e.secondsInStage(), e.openSeconds()));
            case OpportunityEvent.Lost e -> new PublicEvent("opportunity.lost.v1",
                    new OpportunityContract.Closed(e.stage(), e.secondsInStage(), e.openSeconds()));
            case OpportunityEvent.Reopened e -> new PublicEvent("opportunity.reopened.v1",
                    new OpportunityContract.Reopened(e.pipeline(), e.stage(), probability(e.terms()),
                            stalledAfterDays(e.terms())));
            case OpportunityEvent.Archived _ -> new PublicEvent("opportunity.archived.v1", NO_DATA);
            case OpportunityEvent.Restored _ -> new PublicEvent("opportunity.restored.v1", NO_DATA);
            case OpportunityEvent.Withdrawn _ -> new PublicEvent("opportunity.withdrawn.v1", NO_DATA);
        };
    }

    private static OpportunityContract.Facts facts(OpportunityFacts f) {
        return new OpportunityContract.Facts(f.name(), f.customerId(), f.contactIds(), f.amount(), f.expectedClose(),
                f.probability(), f.need(), f.budget(), f.purchaseIntent(), f.nextStep(), f.background(),
                f.competitors(), f.source(), f.tags(), f.custom());
    }

    private static OpportunityContract.Lead lead(Lead lead) {
        return lead == null ? null : new OpportunityContract.Lead(lead.kind(), lead.id(), lead.source());
    }

    private static Integer probability(StageTerms terms) {
        return terms == null ? null : terms.probability();
    }

    private static Integer stalledAfterDays(StageTerms terms) {
        return terms == null ? null : terms.stalledAfterDays();
    }
}
