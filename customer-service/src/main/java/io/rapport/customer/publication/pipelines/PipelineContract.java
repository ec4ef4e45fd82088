package io.rapport.customer.publication.pipelines;

import java.util.List;
import java.util.Map;

/**
 * Data of {@code pipeline.defined.v1}, described by the JSON Schema in {@code contracts/pipeline/v1}: the whole pipeline,
 * stages in order. Labels by language tag; what is null is left out.
 */
public record PipelineContract(String key, Map<String, String> label, boolean isDefault, List<Stage> stages) {

    /** One step. */
    public record Stage(String key, Map<String, String> label, int probability, Integer stalledAfterDays,
                        boolean retired) {
    }
}
