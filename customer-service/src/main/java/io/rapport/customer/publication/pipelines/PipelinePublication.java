package io.rapport.customer.publication.pipelines;

import io.rapport.customer.domain.pipelines.PipelineDefinition;
import io.rapport.customer.domain.pipelines.PipelineEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

/** What the world learns of each private event of a pipeline. */
@Component
class PipelinePublication implements EventPublication<PipelineEvent> {

    @Override
    public PublicEvent publish(PipelineEvent storedEvent) {
        return switch (storedEvent) {
            case PipelineEvent.Defined(PipelineDefinition d) -> new PublicEvent("pipeline.defined.v1",
                    new PipelineContract(d.key(), d.label(), d.isDefault(), d.stages().stream()
                            .map(stage -> new PipelineContract.Stage(stage.key(), stage.label(), stage.probability(),
                                    stage.stalledAfterDays(), stage.retired()))
                            .toList()));
        };
    }
}
