package io.rapport.customer.domain.pipelines;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of a pipeline. */
public sealed interface PipelineCommand {

    /** The id of the pipeline's record, such as {@code pipeline:default}. */
    String pipelineId();

    /** The id of the record of a pipeline. */
    static String idOf(String key) {
        return "pipeline:" + key;
    }

    /** A pipeline that has no record yet; also the one that everybody begins with. */
    record Define(@TargetAggregateIdentifier String pipelineId, PipelineDefinition definition)
            implements PipelineCommand {
    }

    /**
     * The whole pipeline anew.
     *
     * @param expectedVersion counts from 0; null where any version will do
     */
    record Redefine(
            @TargetAggregateIdentifier String pipelineId,
            @TargetAggregateVersion Long expectedVersion,
            PipelineDefinition definition) implements PipelineCommand {
    }

    /** Another pipeline becomes the default. */
    record StepBack(@TargetAggregateIdentifier String pipelineId) implements PipelineCommand {
    }
}
