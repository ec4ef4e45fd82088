package io.rapport.reporting.history;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import io.rapport.reporting.intake.ChangeLog;
import io.rapport.reporting.intake.FoldedEvent;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.web.json.FieldChange;
import io.rapport.web.json.FieldChanges;
import org.bson.Document;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import static com.mongodb.ErrorCategory.DUPLICATE_KEY;
import static com.mongodb.ErrorCategory.fromErrorCode;

/**
 * The changes of all records in MongoDB, one document for each event that changed a field. Sequences have no gaps, so
 * that the ids of any stretch of a history are known and no index but the one on ids is needed.
 */
@Component
class HistoryStore implements ChangeLog {

    private static final int MOST_AT_ONCE = 1000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ObjectNode NOTHING = JsonMapper.shared().createObjectNode();

    private final MongoDatabase database;
    private final Map<RecordKind, ReadModel<?>> models = new EnumMap<>(RecordKind.class);

    HistoryStore(MongoDatabase database, List<ReadModel<?>> models) {
        this.database = database;
        models.forEach(model -> this.models.put(model.kind(), model));
    }

    @Override
    public void store(RecordKind kind, Collection<FoldedEvent> events) {
        List<InsertOneModel<Document>> entries = new ArrayList<>(Math.min(events.size(), MOST_AT_ONCE));
        for (FoldedEvent event : events) {
            List<FieldChange> changes = changes(models.get(kind), event);
            if (!changes.isEmpty()) {
                entries.add(new InsertOneModel<>(HistoryEntry.of(event.event(), changes).stored()));
            }
            if (entries.size() == MOST_AT_ONCE) {
                insert(kind, entries);
                entries.clear();
            }
        }
        if (!entries.isEmpty()) {
            insert(kind, entries);
        }
    }

    /** The changes of one record from {@code last} down to {@code first}; events that changed no field are missing. */
    List<HistoryEntry> load(RecordKind kind, String recordId, long last, long first) {
        List<String> ids = LongStream.rangeClosed(first, last)
                .mapToObj(sequence -> HistoryEntry.idOf(recordId, sequence)).toList();
        List<HistoryEntry> entries = new ArrayList<>();
        entries(kind).find(new Document("_id", new Document("$in", ids))).map(HistoryEntry::read).into(entries);
        entries.sort(Comparator.comparingLong(HistoryEntry::sequence).reversed());
        return entries;
    }

    static <D extends RecordDocument> List<FieldChange> changes(ReadModel<D> model, FoldedEvent event) {
        RecordDocument before = event.before();
        ObjectNode old = before == null ? NOTHING : model.recorded(model.documentType().cast(before));
        List<FieldChange> changes = FieldChanges.between(old, model.recorded(model.documentType().cast(event.after())));
        // A record is born in use: no news.
        return before == null && !event.after().archived()
                ? changes.stream().filter(change -> !change.field().equals("archived")).toList() : changes;
    }

    /** What one event changed never differs: an entry that is there already is the same one. */
    private void insert(RecordKind kind, List<InsertOneModel<Document>> some) {
        try {
            entries(kind).bulkWrite(some, UNORDERED);
        } catch (MongoBulkWriteException partly) {
            if (partly.getWriteConcernError() != null || partly.getWriteErrors().stream()
                    .anyMatch(error -> fromErrorCode(error.getCode()) != DUPLICATE_KEY)) {
                throw partly;
            }
        }
    }

    /** Sorts behind the documents by its name: a snapshot taken in that order never lacks changes of a document. */
    private MongoCollection<Document> entries(RecordKind kind) {
        return database.getCollection(models.get(kind).collection() + "_history");
    }
}
