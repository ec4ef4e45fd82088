package io.rapport.customfields;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.FieldErrors;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The custom fields of one kind of record as they are when a command is handled. Errors name a value as
 * {@code custom.<key>}.
 */
public final class CustomFields {

    public static final CustomFields NONE = new CustomFields(Set.of(), UniqueValues.NONE);

    private static final String PATH = "custom";

    private final Map<String, CustomFieldDefinition> fields = new LinkedHashMap<>();

    private final UniqueValues unique;

    public CustomFields(Collection<CustomFieldDefinition> definitions, UniqueValues unique) {
        this.unique = unique;
        definitions.forEach(field -> fields.put(field.key(), field));
    }

    public Collection<CustomFieldDefinition> all() {
        return fields.values();
    }

    public Optional<CustomFieldDefinition> find(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /**
     * The values of a new record: what was given, in the form in which it is kept, and defaults for the rest. Adds what
     * is wrong with a value, {@code custom-field-unknown}, and {@code required} where a required field has none.
     *
     * @param given null counts as none
     * @return null when there are none
     */
    public CustomValues forNew(CustomValues given, FieldErrors errors) {
        CustomValues read = read(given == null ? CustomValues.NONE : given, CustomValues.NONE, errors);
        Map<String, Object> values = new HashMap<>(read.values());
        for (CustomFieldDefinition field : fields.values()) {
            boolean said = given != null && given.get(field.key()) != null;
            if (!said && !field.deprecated() && !field.preset().isEmpty()) {
                values.put(field.key(), field.preset().get(field.key()));
            }
            if (field.required() && !field.deprecated() && !said && !values.containsKey(field.key())) {
                errors.add(at(field.key()), "required");
            }
        }
        return values.isEmpty() ? null : new CustomValues(values);
    }

    /**
     * The given values of a change in the form in which they are kept; blank ones stay blank, so that they clear.
     * Adds what is wrong with a value, {@code custom-field-unknown}, and {@code required} where a required field would
     * lose its value. What a record holds already may stay, whatever has become of the field.
     *
     * @param before  the record's values; null counts as none
     * @param given   null counts as none
     * @param cleared names of the facts that the change clears: {@code custom} or {@code custom.<key>}
     * @return null when none are given
     */
    public CustomValues forChange(CustomValues before, CustomValues given, Set<String> cleared, FieldErrors errors) {
        CustomValues held = before == null ? CustomValues.NONE : before;
        Map<String, Object> values = new HashMap<>();
        if (given != null) {
            values.putAll(read(given, held, errors).values());
            given.values().forEach((key, value) -> {
                if (value instanceof String text && text.isBlank() && fields.containsKey(key)) {
                    values.put(key, text);
                }
            });
        }
        for (CustomFieldDefinition field : fields.values()) {
            boolean emptied = values.get(field.key()) instanceof String text && text.isBlank()
                    || !values.containsKey(field.key())
                    && (cleared.contains(PATH) || cleared.contains(at(field.key())));
            if (field.required() && !field.deprecated() && emptied && held.get(field.key()) != null) {
                errors.add(at(field.key()), "required");
            }
        }
        return values.isEmpty() ? null : new CustomValues(values);
    }

    /**
     * A record comes to hold other values: what no two may hold becomes its own, and what it gives up is free again.
     *
     * @param before null counts as none
     * @param after  null counts as none
     * @throws Refusal CONFLICT naming the field of which another record holds the value
     */
    public void claim(String recordId, CustomValues before, CustomValues after) {
        for (CustomFieldDefinition field : fields.values()) {
            if (field.keepsValuesApart()) {
                Object held = before == null ? null : before.get(field.key());
                Object wanted = after == null ? null : after.get(field.key());
                if (!Objects.equals(held, wanted)) {
                    claim(field, recordId, held, wanted);
                }
            }
        }
    }

    private void claim(CustomFieldDefinition field, String recordId, Object held, Object wanted) {
        if (wanted != null && !unique.claim(field.recordKind(), field.key(), wanted.toString(), recordId)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, at(field.key()), "custom-value-taken");
        }
        if (held != null) {
            unique.release(field.recordKind(), field.key(), held.toString(), recordId);
        }
    }

    private CustomValues read(CustomValues given, CustomValues before, FieldErrors errors) {
        Map<String, Object> values = new HashMap<>();
        given.values().forEach((key, value) -> {
            CustomFieldDefinition field = fields.get(key);
            if (field == null) {
                if (!value.equals(before.get(key))) {
                    errors.add(at(key), "custom-field-unknown");
                }
                return;
            }
            Object read = value.equals(before.get(key)) ? value
                    : new ValueRules(field, at(key), errors).read(value, before.get(key));
            if (read != null) {
                values.put(key, read);
            }
        });
        return new CustomValues(values);
    }

    private static String at(String key) {
        return PATH + '.' + key;
    }
}
