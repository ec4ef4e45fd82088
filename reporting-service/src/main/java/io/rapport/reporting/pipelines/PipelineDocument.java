package io.rapport.reporting.pipelines;

import io.rapport.contracts.StandardPipeline;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A pipeline.
 *
 * @param key      what opportunities name it by
 * @param label    name by language tag
 * @param standard whether opportunities go here that name no pipeline
 * @param stages   in order
 */
public record PipelineDocument(
        @BsonId String id,
        String key,
        Map<String, String> label,
        boolean standard,
        List<Stage> stages,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long version,
        boolean archived) implements RecordDocument {

    public PipelineDocument {
        label = label == null ? Map.of() : Map.copyOf(label);
        stages = stages == null ? List.of() : List.copyOf(stages);
    }

    /**
     * One step.
     *
     * @param retired whether no opportunity may enter it any more
     */
    public record Stage(String key, Map<String, String> label, boolean retired) {

        public Stage {
            label = label == null ? Map.of() : Map.copyOf(label);
        }
    }

    /** The one there is before it was ever defined. */
    static PipelineDocument preset(boolean standard) {
        return new PipelineDocument("pipeline:" + StandardPipeline.KEY, StandardPipeline.KEY, StandardPipeline.LABEL,
                standard, StandardPipeline.STAGES.stream()
                        .map(stage -> new Stage(stage.key(), stage.label(), false)).toList(),
                null, null, null, null, 0, false);
    }

    /** One that nobody defined, of which only the key is known. */
    public static PipelineDocument undefined(String key) {
        return new PipelineDocument("pipeline:" + key, key, null, false, null, null, null, null, null, 0, false);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.PIPELINE;
    }
}
