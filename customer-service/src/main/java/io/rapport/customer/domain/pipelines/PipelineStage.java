package io.rapport.customer.domain.pipelines;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One step of a pipeline.
 *
 * @param key              stable code, such as {@code QUOTATION}
 * @param label            name by language tag: zh-CN, zh-TW, en; at least one
 * @param probability      percent of the opportunities in it that are expected to be won, 0 to 100
 * @param stalledAfterDays days in the stage after which an opportunity counts as stalled; null: never
 * @param retired          true when no opportunity may enter it any more; those that are in it stay
 */
public record PipelineStage(String key, Map<String, String> label, Integer probability, Integer stalledAfterDays,
                            boolean retired) {

    public PipelineStage {
        label = label == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(label));
    }
}
