package io.rapport.customer.application.pipelines;

import io.rapport.customer.domain.pipelines.PipelineDefinition;
import io.rapport.customer.domain.pipelines.Pipelines;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** The pipeline that everybody begins with. */
@Component
class PresetPipelines implements Pipelines {

    @Override
    public Optional<PipelineDefinition> find(String key) {
        return Optional.of(standard()).filter(pipeline -> pipeline.key().equals(key));
    }

    @Override
    public PipelineDefinition standard() {
        return PipelineDefinition.standard();
    }
}
