package io.rapport.customer.publication.customfields;

import io.rapport.customer.domain.customfields.CustomFieldEvent;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import io.rapport.eventstore.storage.StoredJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the world learns of custom fields. */
@Component
class CustomFieldPublication implements EventPublication<CustomFieldEvent> {

    private static final JsonMapper JSON = StoredJson.mapper();

    @Override
    public PublicEvent publish(CustomFieldEvent event) {
        return switch (event) {
            case CustomFieldEvent.Defined e -> new PublicEvent("custom-field.defined.v1", defined(e.definition()));
            case CustomFieldEvent.Removed e -> new PublicEvent("custom-field.removed.v1",
                    new CustomFieldContract.Removed(e.recordKind().code(), e.key()));
        };
    }

    private static CustomFieldContract.Defined defined(CustomFieldDefinition field) {
        return new CustomFieldContract.Defined(field.recordKind().code(), field.key(), field.type().code(),
                field.label(), field.required(), preset(field),
                field.options().stream().map(option -> new CustomFieldContract.Option(option.code(), option.label(),
                        option.retired())).toList(),
                validation(field.validation()), field.deprecated(), field.unique(),
                field.fieldClass());
    }

    private static JsonNode preset(CustomFieldDefinition field) {
        return JSON.<JsonNode>valueToTree(field.preset()).get(field.key());
    }

    private static CustomFieldContract.Validation validation(CustomFieldDefinition.Validation rules) {
        return rules == null ? null : new CustomFieldContract.Validation(rules.minLength(), rules.maxLength(),
                rules.pattern(), rules.min(), rules.max());
    }
}
