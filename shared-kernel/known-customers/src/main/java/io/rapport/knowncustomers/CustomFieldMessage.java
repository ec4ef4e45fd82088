package io.rapport.knowncustomers;

import io.rapport.contracts.CustomValues;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFieldDefinition.Option;
import io.rapport.customfields.CustomFieldDefinition.Validation;
import io.rapport.customfields.CustomFieldType;
import io.rapport.customfields.RecordKind;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

/**
 * A public event of a custom field.
 *
 * @param id         of the field
 * @param sequence   of the event, from 1
 * @param definition the whole of it as JSON; null where it was removed
 */
record CustomFieldMessage(String id, long sequence, String definition) {

    private static final String DEFINED = "custom-field.defined.v1";
    private static final String REMOVED = "custom-field.removed.v1";

    static boolean isOne(String type) {
        return type.equals(DEFINED) || type.equals(REMOVED);
    }

    static CustomFieldMessage of(CustomerTopicMessage message) {
        return new CustomFieldMessage(message.id(), message.sequence(),
                message.type().equals(DEFINED) ? message.data().toString() : null);
    }

    /** @throws IllegalArgumentException for a kind of record or a type of field that is not known here */
    static CustomFieldDefinition definition(JsonNode data) {
        RecordKind kind = RecordKind.of(data.path("recordKind").asString()).orElseThrow(IllegalArgumentException::new);
        CustomFieldType type = CustomFieldType.of(data.path("type").asString())
                .orElseThrow(IllegalArgumentException::new);
        String key = data.path("key").asString();
        JsonNode preset = data.path("default");
        JsonNode rules = data.path("validation");
        return new CustomFieldDefinition(kind, key, type, texts(data.path("label")), data.path("required").asBoolean(),
                preset.isMissingNode() || preset.isNull() ? CustomValues.NONE : CustomValues.of(key, value(preset)),
                data.path("options").valueStream().map(option -> new Option(option.path("code").asString(),
                        texts(option.path("label")), option.path("retired").asBoolean())).toList(),
                rules.isObject() ? new Validation(number(rules, "minLength"), number(rules, "maxLength"),
                        text(rules, "pattern"), text(rules, "min"), text(rules, "max")) : null,
                data.path("deprecated").asBoolean(), null, text(data, "fieldClass"));
    }

    private static Object value(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).toList();
        }
        return value.isBoolean() ? (Object) value.booleanValue()
                : value.isNumber() ? value.decimalValue() : value.asString();
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }

    private static Integer number(JsonNode object, String name) {
        return object.hasNonNull(name) ? object.get(name).intValue() : null;
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).asString(null);
    }
}
