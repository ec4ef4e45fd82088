package io.rapport.customer.domain.pipelines;

import io.rapport.contracts.StandardPipeline;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A pipeline 销售漏斗: the stages that opportunities go through, in order.
 *
 * @param key       stable code, such as {@code default}
 * @param label     name by language tag: zh-CN, zh-TW, en; at least one
 * @param isDefault whether opportunities go here that name no pipeline; exactly one is
 */
public record PipelineDefinition(String key, Map<String, String> label, boolean isDefault,
                                 List<PipelineStage> stages) {

    /** The key of the pipeline that everybody begins with. */
    public static final String DEFAULT_KEY = StandardPipeline.KEY;

    public PipelineDefinition {
        label = label == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(label));
        stages = stages == null ? List.of() : List.copyOf(stages);
    }

    /** The pipeline there is until an administrator defines another:. */
    public static PipelineDefinition standard() {
        return new PipelineDefinition(StandardPipeline.KEY, StandardPipeline.LABEL, true, StandardPipeline.STAGES.stream()
                .map(stage -> new PipelineStage(stage.key(), stage.label(), stage.probability(),
                        stage.stalledAfterDays(), false)).toList());
    }

    public Optional<PipelineStage> stage(String stageKey) {
        return stages.stream().filter(stage -> stage.key().equals(stageKey)).findFirst();
    }

    /** Stages that opportunities may enter, in order; empty when the whole pipeline is out of use. */
    public List<PipelineStage> openStages() {
        return stages.stream().filter(stage -> !stage.retired()).toList();
    }

    /** The same without being the default. */
    public PipelineDefinition asOneOfSeveral() {
        return new PipelineDefinition(key, label, false, stages);
    }
}
