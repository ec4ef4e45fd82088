package io.rapport.reporting.intake;

import io.rapport.contracts.event.EventEnvelope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Folds events into a flat document: facts are set and cleared by name, other steps are told for each event type, and
 * derived fields are computed anew after every event. Only the named facts ever come from an event's data, so that an
 * unknown field is ignored and none can pose as an id or a version.
 *
 * @param <D> the document; has {@code id version archived createdAt createdBy updatedAt updatedBy}
 */
public final class FactFolding<D extends RecordDocument> {

    /** What one type of event does to the document, which is JSON here. */
    @FunctionalInterface
    public interface Step {

        void apply(ObjectNode document, JsonNode data) throws UnprojectableEvent;
    }

    /** What one type of event does that says something beside its data too: its time, or its reason. */
    @FunctionalInterface
    public interface EventStep {

        void apply(ObjectNode document, JsonNode data, EventEnvelope event) throws UnprojectableEvent;
    }

    private final Class<D> type;
    private final Set<String> facts;
    private final Consumer<ObjectNode> derive;
    private final Map<String, EventStep> steps = new HashMap<>();

    /**
     * @param facts  names of the fields that events set by name
     * @param derive computes derived fields from the others; must not depend on anything else
     */
    public FactFolding(Class<D> type, Set<String> facts, Consumer<ObjectNode> derive) {
        this.type = type;
        this.facts = Set.copyOf(facts);
        this.derive = derive;
    }

    public FactFolding<D> on(String eventType, Step step) {
        return onEvent(eventType, (document, data, event) -> step.apply(document, data));
    }

    public FactFolding<D> onEvent(String eventType, EventStep step) {
        steps.put(eventType, step);
        return this;
    }

    public boolean knows(String eventType) {
        return steps.containsKey(eventType);
    }

    /** The step for an event that carries {@code {"facts":{…}}}. */
    public void setFacts(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        set(document, objectIn(data, "facts"));
    }

    /** The step for an event that carries {@code {"changed":{…},"cleared":[…]}}, either of them optional. */
    public void changeFacts(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        if (data.hasNonNull("changed")) {
            set(document, objectIn(data, "changed"));
        }
        for (JsonNode cleared : data.path("cleared")) {
            clear(document, cleared.asString(""));
        }
    }

    /** See {@link ReadModel#fold}. */
    public D fold(D before, EventEnvelope event) throws UnprojectableEvent {
        ObjectNode document = before == null ? unborn(event) : EventJson.MAPPER.valueToTree(before);
        document.put("version", event.sequence());
        EventStep step = steps.get(event.type());
        try {
            if (step != null) {
                step.apply(document, EventJson.MAPPER.readTree(event.data()), event);
                stamp(document, "updated", event);
                derive.accept(document);
            }
            return EventJson.MAPPER.treeToValue(document, type);
        } catch (JacksonException unfitting) {
            throw new UnprojectableEvent("unfitting value at '" + path(unfitting) + "'");
        }
    }

    /** The document with some fields set otherwise; they have to fit its type. */
    public D with(D document, Consumer<ObjectNode> changes) {
        ObjectNode json = EventJson.MAPPER.valueToTree(document);
        changes.accept(json);
        return EventJson.MAPPER.treeToValue(json, type);
    }

    /** A value as the JSON of documents has it. */
    public static JsonNode json(Object value) {
        return EventJson.MAPPER.valueToTree(value);
    }

    /** The facts of a document as JSON, with {@code more} of its fields, without those that are null. */
    public ObjectNode recorded(D document, Set<String> more) {
        ObjectNode json = EventJson.MAPPER.valueToTree(document);
        json.retain(json.propertyNames().stream().filter(name -> facts.contains(name) || more.contains(name)).toList());
        return json;
    }

    /** Sets a field to what an event says of it; nothing said means nothing there. */
    public static void setOrClear(ObjectNode document, String field, JsonNode value) {
        if (value == null || value.isNull()) {
            document.remove(field);
        } else {
            document.set(field, value.deepCopy());
        }
    }

    private static ObjectNode unborn(EventEnvelope event) {
        ObjectNode document = EventJson.MAPPER.createObjectNode().put("id", event.subject()).put("archived", false);
        stamp(document, "created", event);
        stamp(document, "updated", event);
        return document;
    }

    private static void stamp(ObjectNode document, String what, EventEnvelope event) {
        document.put(what + "At", event.time().truncatedTo(ChronoUnit.MILLIS).toString());
        document.put(what + "By", event.actor());
    }

    private void set(ObjectNode document, JsonNode values) {
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            if (facts.contains(value.getKey())) {
                document.set(value.getKey(), value.getValue());
            }
        }
    }

    private void clear(ObjectNode document, String path) {
        String[] parts = path.split("\\.", 2);
        if (!facts.contains(parts[0])) {
            return;
        }
        if (parts.length == 1) {
            document.remove(parts[0]);
        } else if (document.get(parts[0]) instanceof ObjectNode nested) {
            nested.remove(parts[1]);
        }
    }

    private static JsonNode objectIn(JsonNode data, String name) throws UnprojectableEvent {
        JsonNode object = data.path(name);
        if (!object.isObject()) {
            throw new UnprojectableEvent("no object '" + name + "'");
        }
        return object;
    }

    /** Names of the fields only: the message of the exception would quote the value. */
    private static String path(JacksonException unfitting) {
        return unfitting.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
