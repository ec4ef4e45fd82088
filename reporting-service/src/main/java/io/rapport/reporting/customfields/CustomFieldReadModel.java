package io.rapport.reporting.customfields;

import io.rapport.reporting.intake.FactFolding;
import io.rapport.reporting.intake.FoldedReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;

/** How the public events of a custom field become its document. */
@Component
public class CustomFieldReadModel extends FoldedReadModel<CustomFieldDocument> {

    private static final Set<String> RECORDED = Set.of("owner", "key", "type", "label", "options", "fieldClass",
            "archived");

    public CustomFieldReadModel() {
        super(RecordKind.CUSTOM_FIELD, CustomFieldDocument.class, "custom_fields", Set.of(), RECORDED,
                document -> { });
        folding.on("custom-field.defined.v1", CustomFieldReadModel::define)
                .on("custom-field.removed.v1", (document, data) -> document.put("archived", true));
    }

    private static void define(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        for (String required : new String[] {"recordKind", "key", "type"}) {
            if (!data.path(required).isString()) {
                throw new UnprojectableEvent("no text '" + required + "'");
            }
        }
        document.set("owner", data.get("recordKind"));
        document.set("key", data.get("key"));
        document.set("type", data.get("type"));
        FactFolding.setOrClear(document, "label", data.get("label"));
        FactFolding.setOrClear(document, "fieldClass", data.get("fieldClass"));
        ArrayNode options = document.putArray("options");
        for (JsonNode option : data.path("options")) {
            if (!option.path("code").isString()) {
                throw new UnprojectableEvent("no text 'code' of an option");
            }
            ObjectNode kept = options.addObject();
            kept.set("code", option.get("code"));
            FactFolding.setOrClear(kept, "label", option.get("label"));
        }
        document.put("archived", false);
    }
}
