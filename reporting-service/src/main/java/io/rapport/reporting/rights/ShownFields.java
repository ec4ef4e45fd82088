package io.rapport.reporting.rights;

import io.rapport.rights.Action;
import io.rapport.rights.Detail;
import io.rapport.rights.FieldClass;
import io.rapport.rights.FieldRule;
import io.rapport.rights.Holders;
import io.rapport.rights.Mask;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Leaves of a record as JSON what its reader may see, and says what he may do with it. */
public final class ShownFields {

    /** Name of the object that says what the reader may do with a record. */
    public static final String ACCESS = "access";

    private static final List<String> PLACES = List.of("city", "region", "province");

    private ShownFields() {
    }

    /** Masks and removes fields, in place. */
    public static void restrict(ObjectNode record, KindRights rights, Holders holders) {
        String place = PLACES.stream().map(name -> record.path(name).asString(null)).filter(Objects::nonNull)
                .findFirst().orElse(null);
        rights.classed().forEach((path, rule) -> {
            switch (rights.detail(rule, holders)) {
                case FULL -> { }
                case MASKED -> mask(record, path, rule.mask(), place);
                case HIDDEN -> remove(record, path);
            }
        });
        if (record.path("custom") instanceof ObjectNode custom) {
            custom.retain(custom.propertyNames().stream()
                    .filter(key -> rights.detail(KindRights.CUSTOM + key, holders) != Detail.HIDDEN).toList());
        }
    }

    /**
     * One value of one field as its reader may see it.
     *
     * @param field a part of another one as {@code address.delivery}
     * @param value null for none
     * @return null where there is none, or nothing of it may be shown
     */
    public static JsonNode value(String field, JsonNode value, KindRights rights, Holders holders) {
        if (value == null || value.isNull()) {
            return value;
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        ObjectNode holder = record;
        String[] path = field.split("\\.");
        for (int i = 0; i < path.length - 1; i++) {
            holder = holder.putObject(path[i]);
        }
        holder.set(path[path.length - 1], value.deepCopy());
        restrict(record, rights, holders);
        JsonNode shown = record.at('/' + field.replace('.', '/'));
        return shown.isMissingNode() ? null : shown;
    }

    /** Whether a record, as its reader sees it, shows contact data as it is. */
    public static boolean showsContactData(ObjectNode record, KindRights rights, Holders holders) {
        return rights.full(FieldClass.CONTACT_DATA).include(holders) && rights.classed().entrySet().stream()
                .anyMatch(field -> isContactData(field.getValue()) && has(record, field.getKey()));
    }

    public static boolean isContactData(FieldRule rule) {
        return rule.classes().equals(Set.of(FieldClass.CONTACT_DATA));
    }

    /** Says what the reader may do with the record, and which of its fields he sees masked or not at all. */
    public static void addAccess(ObjectNode record, KindRights rights, Holders holders) {
        ObjectNode access = record.putObject(ACCESS)
                .put("write", rights.rows(Action.WRITE).include(holders))
                .put("assign", rights.rows(Action.ASSIGN).include(holders));
        addNames(access, "masked", Detail.MASKED, rights, holders);
        addNames(access, "hidden", Detail.HIDDEN, rights, holders);
    }

    /**
     * What is shown instead of a value of a field that is masked.
     *
     * @return null where nothing of it may be shown
     */
    public static JsonNode masked(JsonNode value, Mask mask, String place) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode masked = object.objectNode();
                object.properties().forEach(part -> {
                    JsonNode shown = masked(part.getValue(), mask, place);
                    if (shown != null) {
                        masked.set(part.getKey(), shown);
                    }
                });
                yield masked.isEmpty() ? null : masked;
            }
            case ArrayNode array -> {
                ArrayNode masked = array.arrayNode();
                array.valueStream().map(one -> masked(one, mask, place)).filter(Objects::nonNull).forEach(masked::add);
                yield masked;
            }
            default -> {
                String shown = value.isString() ? mask.apply(value.stringValue()) : null;
                String told = shown == null ? place : shown;
                yield told == null ? null : JsonNodeFactory.instance.stringNode(told);
            }
        };
    }

    private static void addNames(ObjectNode access, String name, Detail detail, KindRights rights, Holders holders) {
        Map<String, FieldRule> sorted = new TreeMap<>(rights.classed());
        sorted.forEach((path, rule) -> {
            if (rights.detail(rule, holders) == detail) {
                access.withArray(name).add(path);
            }
        });
    }

    private static boolean has(JsonNode holder, String path) {
        int dot = path.indexOf('.');
        return switch (holder) {
            case ObjectNode object -> dot < 0 ? object.hasNonNull(path)
                    : has(object.path(path.substring(0, dot)), path.substring(dot + 1));
            case ArrayNode array -> array.valueStream().anyMatch(element -> has(element, path));
            default -> false;
        };
    }

    /** @param path of the field, whose parts may lie in lists */
    private static void mask(JsonNode holder, String path, Mask mask, String place) {
        int dot = path.indexOf('.');
        switch (holder) {
            case ObjectNode object when dot >= 0 ->
                    mask(object.path(path.substring(0, dot)), path.substring(dot + 1), mask, place);
            case ObjectNode object when object.hasNonNull(path) -> {
                JsonNode shown = masked(object.get(path), mask, place);
                if (shown == null) {
                    object.remove(path);
                } else {
                    object.set(path, shown);
                }
            }
            case ArrayNode array -> array.forEach(element -> mask(element, path, mask, place));
            default -> { }
        }
    }

    private static void remove(JsonNode holder, String path) {
        switch (holder) {
            case ObjectNode object -> {
                int dot = path.indexOf('.');
                if (dot < 0) {
                    object.remove(path);
                } else if (object.has(path.substring(0, dot))) {
                    remove(object.get(path.substring(0, dot)), path.substring(dot + 1));
                }
            }
            case ArrayNode array -> array.forEach(element -> remove(element, path));
            default -> { }
        }
    }
}
