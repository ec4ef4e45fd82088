package io.rapport.customer.domain.pipelines;

import java.util.Optional;

/** The pipelines as they are defined now; at least the default one. */
public interface Pipelines {

    Optional<PipelineDefinition> find(String key);

    /** Where opportunities go that name no pipeline. */
    PipelineDefinition standard();
}
