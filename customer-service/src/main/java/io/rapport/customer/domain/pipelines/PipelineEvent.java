package io.rapport.customer.domain.pipelines;

/** What has happened to a pipeline, as it is stored. Private to this service. */
public sealed interface PipelineEvent {

    /** The pipeline as it is from now on, whole. */
    record Defined(PipelineDefinition definition) implements PipelineEvent {
    }
}
