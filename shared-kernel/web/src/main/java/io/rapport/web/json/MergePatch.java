package io.rapport.web.json;

import io.rapport.contracts.refusal.Refusal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON merge patch (RFC 7396) as a controller argument {@code @RequestBody MergePatch}: tells apart a field that is
 * absent (left as it is), null (cleared) and given (set). Lists are values: they are replaced as a whole.
 */
public final class MergePatch {

    private final ObjectNode json;
    private final JsonMapper mapper;

    MergePatch(ObjectNode json, JsonMapper mapper) {
        this.json = json;
        this.mapper = mapper;
    }

    /** Reads the given fields as the type, as strictly as any request body. A cleared field is null in it. */
    public <T> T as(Class<T> type) {
        return mapper.treeToValue(json, type);
    }

    public boolean isEmpty() {
        return json.isEmpty();
    }

    /** Names of the fields at the top, given or cleared, in the order of the request. */
    public Set<String> fields() {
        return new LinkedHashSet<>(json.propertyNames());
    }

    public boolean has(String field) {
        return json.has(field);
    }

    /** Paths of the fields that are null, in the order of the request; a nested one as {@code address.delivery}. */
    public Set<String> cleared() {
        Set<String> paths = new LinkedHashSet<>();
        collectCleared(json, "", paths);
        return paths;
    }

    private static void collectCleared(JsonNode node, String prefix, Set<String> paths) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String path = prefix + field.getKey();
            if (field.getValue().isNull()) {
                paths.add(path);
            } else if (field.getValue().isObject()) {
                collectCleared(field.getValue(), path + ".", paths);
            }
        }
    }

    /**
     * Insists that a field is not cleared.
     *
     * @throws Refusal INVALID with code {@code required} for each such field
     */
    public void refuseClearing(String... required) {
        Set<String> cleared = cleared();
        var errors = java.util.Arrays.stream(required).filter(cleared::contains)
                .map(field -> io.rapport.contracts.refusal.FieldError.of(field, "required")).toList();
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
