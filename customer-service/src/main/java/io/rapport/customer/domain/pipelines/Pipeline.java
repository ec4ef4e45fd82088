package io.rapport.customer.domain.pipelines;

import io.rapport.values.FieldErrors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.List;

/** A pipeline as administrators change it. */
@AggregateRoot(type = "pipeline")
public class Pipeline {

    @AggregateIdentifier
    private String pipelineId;
    private PipelineDefinition definition;

    /** For the store, which replays the events. */
    Pipeline() {
    }

    @CommandHandler
    Pipeline(PipelineCommand.Define command, Pipelines pipelines) {
        AggregateLifecycle.apply(decide(command, pipelines));
    }

    @CommandHandler
    void handle(PipelineCommand.Redefine command) {
        decide(definition, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(PipelineCommand.StepBack command) {
        decide(definition, command).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(PipelineEvent event) {
        definition = evolve(event);
        pipelineId = PipelineCommand.idOf(definition.key());
    }

    static PipelineEvent decide(PipelineCommand.Define command, Pipelines pipelines) {
        FieldErrors errors = new FieldErrors();
        PipelineDefinition after = command.definition();
        PipelinePolicies.definitionKeepsTheRules(after, errors);
        PipelinePolicies.theDefaultCanBeEntered(after, errors);
        // There may be a pipeline without a record: the one that everybody begins with.
        pipelines.find(after.key()).ifPresent(before -> {
            PipelinePolicies.noStageVanishes(before, after, errors);
            PipelinePolicies.theDefaultStays(before, after, errors);
        });
        errors.throwIfAny();
        return new PipelineEvent.Defined(after);
    }

    static List<PipelineEvent> decide(PipelineDefinition before, PipelineCommand.Redefine command) {
        FieldErrors errors = new FieldErrors();
        PipelineDefinition after = command.definition();
        PipelinePolicies.definitionKeepsTheRules(after, errors);
        PipelinePolicies.theDefaultCanBeEntered(after, errors);
        PipelinePolicies.noStageVanishes(before, after, errors);
        PipelinePolicies.theDefaultStays(before, after, errors);
        errors.throwIfAny();
        return after.equals(before) ? List.of() : List.of(new PipelineEvent.Defined(after));
    }

    static List<PipelineEvent> decide(PipelineDefinition before, PipelineCommand.StepBack command) {
        return before.isDefault() ? List.of(new PipelineEvent.Defined(before.asOneOfSeveral())) : List.of();
    }

    static PipelineDefinition evolve(PipelineEvent event) {
        return switch (event) {
            case PipelineEvent.Defined(PipelineDefinition definition) -> definition;
        };
    }
}
