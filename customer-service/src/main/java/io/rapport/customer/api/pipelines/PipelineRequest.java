package io.rapport.customer.api.pipelines;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.pipelines.PipelineDefinition;
import io.rapport.customer.domain.pipelines.PipelineStage;

import java.util.List;
import java.util.Map;

/**
 * A pipeline as an administrator writes it.
 *
 * @param key       may be left out; the path says it
 * @param isDefault null: as it is
 */
record PipelineRequest(String key, Map<String, String> label, Boolean isDefault, List<Stage> stages) {

    /** @param retired null counts as false */
    record Stage(String key, Map<String, String> label, Integer probability, Integer stalledAfterDays,
                 Boolean retired) {
    }

    /** @throws Refusal INVALID when the body names another pipeline than the path */
    PipelineDefinition definition(String pathKey, boolean wasDefault) {
        if (key != null && !key.equals(pathKey)) {
            throw Refusal.of(Refusal.Kind.INVALID, "key", "key-fixed");
        }
        return new PipelineDefinition(pathKey, label, isDefault == null ? wasDefault : isDefault, stages == null
                ? List.of() : stages.stream().map(stage -> new PipelineStage(stage.key(), stage.label(),
                        stage.probability(), stage.stalledAfterDays(), Boolean.TRUE.equals(stage.retired()))).toList());
    }
}
