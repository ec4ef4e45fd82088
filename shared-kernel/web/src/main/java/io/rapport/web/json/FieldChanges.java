package io.rapport.web.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two states of a record field by field. */
public final class FieldChanges {

    private FieldChanges() {
    }

    /**
     * What differs, in the order of the fields; what was cleared comes last.
     *
     * @param before empty before the first event
     */
    public static List<FieldChange> between(ObjectNode before, ObjectNode after) {
        Map<String, JsonNode> old = values(before);
        List<FieldChange> changes = new ArrayList<>();
        values(after).forEach((field, now) -> {
            JsonNode was = old.remove(field);
            if (!now.equals(was)) {
                changes.add(new FieldChange(field, was, now));
            }
        });
        old.forEach((field, was) -> changes.add(new FieldChange(field, was, null)));
        return changes;
    }

    /** Every value by its path. A list is one value, an amount of money too; a list of nothing counts as not set. */
    public static Map<String, JsonNode> values(ObjectNode record) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        collect("", record, values);
        return values;
    }

    private static void collect(String prefix, JsonNode object, Map<String, JsonNode> values) {
        object.properties().forEach(property -> {
            String path = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject() && !isMoney(value)) {
                collect(path + '.', value, values);
            } else if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
                values.put(path, value);
            }
        });
    }

    private static boolean isMoney(JsonNode object) {
        return object.has("amount") && object.has("currency");
    }
}
