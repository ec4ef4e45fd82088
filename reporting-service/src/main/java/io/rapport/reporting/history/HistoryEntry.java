package io.rapport.reporting.history;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.web.json.FieldChange;
import io.rapport.web.json.FieldChanges;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * What one event changed in its record. Stored as one document whose id is made of the record and the sequence; the old
 * and the new values are one JSON text each, which takes half the room of nested documents in the embedded MongoDB.
 *
 * @param who    null where the event names nobody
 * @param why    null where no reason was given
 * @param source null where the event does not tell
 */
record HistoryEntry(String recordId, long sequence, Instant when, String who, String why, String source,
        List<FieldChange> changes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static HistoryEntry of(EventEnvelope event, List<FieldChange> changes) {
        return new HistoryEntry(event.subject(), event.sequence(), event.time(), event.actor(), event.reason(),
                event.origin(), changes);
    }

    static String idOf(String recordId, long sequence) {
        return recordId + '/' + sequence;
    }

    Document stored() {
        ObjectNode old = JSON.createObjectNode();
        ObjectNode now = JSON.createObjectNode();
        for (FieldChange change : changes) {
            if (change.old() != null) {
                old.set(change.field(), change.old());
            }
            if (change.now() != null) {
                now.set(change.field(), change.now());
            }
        }
        Document stored = new Document("_id", idOf(recordId, sequence)).append("when", Date.from(when));
        append(stored, "who", who);
        append(stored, "why", why);
        append(stored, "source", source);
        append(stored, "old", old.isEmpty() ? null : old.toString());
        append(stored, "new", now.isEmpty() ? null : now.toString());
        return stored;
    }

    static HistoryEntry read(Document stored) {
        String id = stored.getString("_id");
        int slash = id.lastIndexOf('/');
        return new HistoryEntry(id.substring(0, slash), Long.parseLong(id.substring(slash + 1)),
                stored.getDate("when").toInstant(), stored.getString("who"), stored.getString("why"),
                stored.getString("source"), changes(json(stored.getString("old")), json(stored.getString("new"))));
    }

    /** In the order in which {@link FieldChanges#between} found them. */
    private static List<FieldChange> changes(ObjectNode old, ObjectNode now) {
        List<FieldChange> changes = new ArrayList<>();
        now.properties().forEach(value ->
                changes.add(new FieldChange(value.getKey(), old.remove(value.getKey()), value.getValue())));
        old.properties().forEach(value -> changes.add(new FieldChange(value.getKey(), value.getValue(), null)));
        return changes;
    }

    private static ObjectNode json(String stored) {
        return stored == null ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(stored);
    }

    private static void append(Document stored, String name, String value) {
        if (value != null) {
            stored.append(name, value);
        }
    }
}
