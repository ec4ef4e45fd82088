package io.rapport.customer.api.customfields;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFieldDefinition.Option;
import io.rapport.customfields.CustomFieldDefinition.Validation;

import java.util.List;
import java.util.Map;

/** A custom field as readers see it: what {@link CustomFieldRequest} takes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomFieldView(String recordKind, String key, String type, Map<String, String> label, boolean required,
                       @JsonProperty("default") Object preset, List<Option> options, Validation validation,
                       boolean deprecated, boolean unique, String fieldClass) {

    static CustomFieldView of(CustomFieldDefinition field) {
        return new CustomFieldView(field.recordKind().code(), field.key(), field.type().code(), field.label(),
                field.required(), field.preset().get(field.key()),
                field.type().hasOptions() ? field.options() : null, field.validation(), field.deprecated(),
                field.keepsValuesApart(),
                field.fieldClass() == null ? CustomFieldDefinition.FACTS : field.fieldClass());
    }
}
