package io.rapport.reporting.pipelines;

import io.rapport.reporting.intake.FactFolding;
import io.rapport.reporting.intake.FoldedReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;

/** How the public events of a pipeline become its document. */
@Component
public class PipelineReadModel extends FoldedReadModel<PipelineDocument> {

    public PipelineReadModel() {
        super(RecordKind.PIPELINE, PipelineDocument.class, "pipelines", Set.of(),
                Set.of("key", "label", "standard", "stages"), document -> { });
        folding.on("pipeline.defined.v1", PipelineReadModel::define);
    }

    private static void define(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        if (!data.path("key").isString() || !data.path("stages").isArray()) {
            throw new UnprojectableEvent("no pipeline");
        }
        document.set("key", data.get("key"));
        FactFolding.setOrClear(document, "label", data.get("label"));
        document.put("standard", data.path("isDefault").asBoolean(false));
        ArrayNode stages = document.putArray("stages");
        for (JsonNode stage : data.get("stages")) {
            if (!stage.path("key").isString()) {
                throw new UnprojectableEvent("no text 'key' of a stage");
            }
            ObjectNode kept = stages.addObject();
            kept.set("key", stage.get("key"));
            FactFolding.setOrClear(kept, "label", stage.get("label"));
            kept.put("retired", stage.path("retired").asBoolean(false));
        }
    }
}
