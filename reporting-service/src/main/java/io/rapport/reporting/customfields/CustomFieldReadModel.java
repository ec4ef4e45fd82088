package io.rapport.reporting.customfields;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.intake.FactFolding;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;

/** How the public events of a custom field become its document. */
@Component
public class CustomFieldReadModel implements ReadModel<CustomFieldDocument> {

    private static final Set<String> RECORDED = Set.of("owner", "key", "type", "label", "archived");

    private final FactFolding<CustomFieldDocument> folding =
            new FactFolding<>(CustomFieldDocument.class, Set.of(), document -> { });

    public CustomFieldReadModel() {
        folding.on("custom-field.defined.v1", CustomFieldReadModel::define)
                .on("custom-field.removed.v1", (document, data) -> document.put("archived", true));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CUSTOM_FIELD;
    }

    @Override
    public Class<CustomFieldDocument> documentType() {
        return CustomFieldDocument.class;
    }

    @Override
    public String collection() {
        return "custom_fields";
    }

    @Override
    public boolean knows(String eventType) {
        return folding.knows(eventType);
    }

    @Override
    public CustomFieldDocument fold(CustomFieldDocument before, EventEnvelope event) throws UnprojectableEvent {
        return folding.fold(before, event);
    }

    @Override
    public Set<String> recordedFields() {
        return RECORDED;
    }

    @Override
    public ObjectNode recorded(CustomFieldDocument document) {
        return folding.recorded(document, RECORDED);
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
        document.put("archived", false);
    }
}
