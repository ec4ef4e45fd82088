package io.rapport.customer.publication.customfields;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/**
 * Data of the public events of custom fields, version 1; described by the JSON Schemas in
 * {@code contracts/custom-field/v1}. What is null is left out.
 */
public sealed interface CustomFieldContract {

    /** {@code custom-field.defined.v1}: the whole definition. */
    record Defined(String recordKind, String key, String type, Map<String, String> label, boolean required,
                   @JsonProperty("default") JsonNode preset, List<Option> options, Validation validation,
                   boolean deprecated, Boolean unique, String fieldClass) implements CustomFieldContract {
    }

    /** {@code custom-field.removed.v1} */
    record Removed(String recordKind, String key) implements CustomFieldContract {
    }

    /** One choice. */
    record Option(String code, Map<String, String> label, boolean retired) {
    }

    /** What values must keep besides. */
    record Validation(Integer minLength, Integer maxLength, String pattern, String min, String max) {
    }
}
