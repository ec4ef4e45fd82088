package io.rapport.customer.api.customfields;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapport.contracts.CustomValues;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFieldDefinition.Option;
import io.rapport.customfields.CustomFieldDefinition.Validation;
import io.rapport.customfields.CustomFieldType;
import io.rapport.customfields.RecordKind;
import io.rapport.values.FieldErrors;
import io.rapport.values.LocalizedLabel;
import io.rapport.web.json.CustomValuesJson;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A custom field as an administrator writes it. Record kind and key may be left out, the path says them.
 *
 * @param preset  a value of the field
 * @param options objects with {@code code}, {@code label} and {@code retired}; a text is its own code and label
 * @param fieldClass {@code facts contactData money text}: by whom values are seen; null for facts
 */
record CustomFieldRequest(String recordKind, String key, String type, Map<String, String> label, Boolean required,
                          @JsonProperty("default") JsonNode preset, List<JsonNode> options, Bounds validation,
                          Boolean deprecated, Boolean unique, String fieldClass) {

    /** @param min a number or a text, as {@code max} */
    record Bounds(Integer minLength, Integer maxLength, String pattern, JsonNode min, JsonNode max) {
    }

    /** @throws Refusal INVALID naming everything that cannot be read */
    CustomFieldDefinition definition(RecordKind kind, String name) {
        FieldErrors errors = new FieldErrors();
        CustomFieldType known = type == null ? null : CustomFieldType.of(type).orElse(null);
        if (type != null && known == null) {
            errors.add("type", "choice-unknown", CustomFieldType.all());
        }
        CustomValues value = preset == null || preset.isNull() ? null
                : CustomValuesJson.value(preset).map(given -> CustomValues.of(name, given))
                        .orElseGet(() -> unreadable("default", errors));
        List<Option> choices = options == null ? List.of() : options(errors);
        Validation rules = validation == null ? null : new Validation(validation.minLength(), validation.maxLength(),
                validation.pattern(), bound("validation.min", validation.min(), errors),
                bound("validation.max", validation.max(), errors));
        errors.throwIfAny();
        return new CustomFieldDefinition(kind, name, known, label, Boolean.TRUE.equals(required), value, choices,
                rules, Boolean.TRUE.equals(deprecated), unique, fieldClass);
    }

    private List<Option> options(FieldErrors errors) {
        List<Option> read = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            String at = "options[" + i + ']';
            JsonNode option = options.get(i);
            if (option.isString()) {
                String text = option.stringValue();
                read.add(new Option(text, LocalizedLabel.LANGUAGES.stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> text)), false));
            } else if (option.isObject()) {
                read.add(option(at, option, errors));
            } else {
                errors.add(at, "expected-object");
            }
        }
        return read;
    }

    private static Option option(String at, JsonNode option, FieldErrors errors) {
        option.propertyNames().stream().filter(name -> !List.of("code", "label", "retired").contains(name))
                .forEach(name -> errors.add(at + '.' + name, "unknown-field"));
        JsonNode label = option.path("label");
        if (!label.isMissingNode() && !(label.isObject() && label.valueStream().allMatch(JsonNode::isString))) {
            errors.add(at + ".label", "expected-object");
            return new Option(null, null, false);
        }
        if (option.has("code") && !option.get("code").isString()) {
            errors.add(at + ".code", "expected-text");
        }
        if (option.has("retired") && !option.get("retired").isBoolean()) {
            errors.add(at + ".retired", "expected-boolean");
        }
        return new Option(option.path("code").isString() ? option.get("code").stringValue() : null,
                label.properties().stream().collect(Collectors.toMap(Map.Entry::getKey,
                        text -> text.getValue().stringValue())),
                option.path("retired").asBoolean(false));
    }

    private static String bound(String at, JsonNode bound, FieldErrors errors) {
        if (bound == null || bound.isNull()) {
            return null;
        }
        if (bound.isNumber()) {
            return bound.decimalValue().toPlainString();
        }
        return bound.isString() ? bound.stringValue() : unreadable(at, errors);
    }

    private static <T> T unreadable(String at, FieldErrors errors) {
        errors.add(at, "custom-value-unfit");
        return null;
    }
}
