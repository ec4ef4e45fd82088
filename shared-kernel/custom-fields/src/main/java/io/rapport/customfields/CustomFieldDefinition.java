package io.rapport.customfields;

import io.rapport.contracts.CustomValues;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A custom field as it stands.
 *
 * @param key        names the field among those of its kind; never changes
 * @param label      what it is called, by language; see {@link io.rapport.values.LocalizedLabel}
 * @param required   records made from now on have a value, and none is taken away
 * @param preset     the value of new records that are given none, under the field's key; empty where there is none
 * @param options    what may be chosen, in the order in which it is offered; empty for other types
 * @param validation what values must keep besides; null for nothing
 * @param deprecated no longer written; records that have a value keep it
 * @param unique     whether no two records may hold the same value; null for not
 * @param fieldClass code of the class of fields that its values belong to, by which they are seen; null for facts
 */
public record CustomFieldDefinition(
        RecordKind recordKind,
        String key,
        CustomFieldType type,
        Map<String, String> label,
        boolean required,
        CustomValues preset,
        List<Option> options,
        Validation validation,
        boolean deprecated,
        Boolean unique,
        String fieldClass) {

    /** What whoever sees a record sees of it. */
    public static final String FACTS = "facts";

    public CustomFieldDefinition {
        label = label == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(label));
        preset = preset == null ? CustomValues.NONE : preset;
        options = options == null ? List.of() : List.copyOf(options);
        validation = Validation.NONE.equals(validation) ? null : validation;
        unique = Boolean.TRUE.equals(unique) ? true : null;
        fieldClass = FACTS.equals(fieldClass) ? null : fieldClass;
    }

    /** A field of facts. */
    public CustomFieldDefinition(RecordKind recordKind, String key, CustomFieldType type, Map<String, String> label,
                                 boolean required, CustomValues preset, List<Option> options, Validation validation,
                                 boolean deprecated, Boolean unique) {
        this(recordKind, key, type, label, required, preset, options, validation, deprecated, unique, null);
    }

    /** A field of facts of which several records may hold the same value. */
    public CustomFieldDefinition(RecordKind recordKind, String key, CustomFieldType type, Map<String, String> label,
                                 boolean required, CustomValues preset, List<Option> options, Validation validation,
                                 boolean deprecated) {
        this(recordKind, key, type, label, required, preset, options, validation, deprecated, null);
    }

    /** Whether no two records may hold the same value. */
    public boolean keepsValuesApart() {
        return unique != null;
    }

    /**
     * One choice.
     *
     * @param code    what records hold
     * @param retired no longer offered; records that hold it keep it
     */
    public record Option(String code, Map<String, String> label, boolean retired) {

        public Option {
            label = label == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(label));
        }
    }

    /**
     * Each part may be null.
     *
     * @param minLength of texts, in characters
     * @param maxLength of texts, in characters
     * @param pattern   regular expression that a whole text must match
     * @param min       least number or first day, as text
     * @param max       greatest number or last day, as text
     */
    public record Validation(Integer minLength, Integer maxLength, String pattern, String min, String max) {

        static final Validation NONE = new Validation(null, null, null, null, null);
    }

    /** Id of the field's aggregate. */
    public String id() {
        return idOf(recordKind, key);
    }

    public static String idOf(RecordKind recordKind, String key) {
        return "custom-field:" + recordKind.code() + ':' + key;
    }

    public Optional<Option> option(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }

    /** Its validation; one without any part where nothing is asked of values. */
    public Validation rules() {
        return validation == null ? Validation.NONE : validation;
    }
}
