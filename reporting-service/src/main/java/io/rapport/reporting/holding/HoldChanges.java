package io.rapport.reporting.holding;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import static com.mongodb.ErrorCategory.DUPLICATE_KEY;
import static com.mongodb.ErrorCategory.fromErrorCode;

/**
 * Customers of which the records have to be told who owns them, in MongoDB: noted before the change itself is stored,
 * forgotten after the records are in the index. Every method throws {@link com.mongodb.MongoException} when MongoDB
 * cannot be reached.
 */
@Component
class HoldChanges {

    private static final int MOST_AT_ONCE = 1000;
    private static final String VERSION = "version";

    private final MongoDatabase database;

    HoldChanges(MongoDatabase database) {
        this.database = database;
    }

    /** @param versions by customer, the one that brings the change */
    void note(Map<String, Long> versions) {
        write(versions.keySet(), id -> new ReplaceOneModel<>(new Document("_id", id),
                new Document("_id", id).append(VERSION, versions.get(id)), new ReplaceOptions().upsert(true)));
    }

    /** Customers that are not there yet; what is noted of them already stays. */
    void await(Collection<String> customerIds) {
        write(customerIds, id -> new InsertOneModel<>(new Document("_id", id).append(VERSION, 1L)));
    }

    Map<String, Long> all() {
        Map<String, Long> found = new HashMap<>();
        changes().find().batchSize(MOST_AT_ONCE)
                .forEach(change -> found.put(change.getString("_id"), change.getLong(VERSION)));
        return found;
    }

    /** Unless something newer was noted of them since. */
    void forget(Map<String, Long> versions) {
        versions.forEach((id, version) -> changes().deleteOne(new Document("_id", id).append(VERSION, version)));
    }

    private void write(Collection<String> ids, Function<String, WriteModel<Document>> model) {
        List<String> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            try {
                changes().bulkWrite(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)).stream().map(model)
                        .toList(), new BulkWriteOptions().ordered(false));
            } catch (MongoBulkWriteException partly) {
                if (partly.getWriteConcernError() != null || partly.getWriteErrors().stream()
                        .anyMatch(error -> fromErrorCode(error.getCode()) != DUPLICATE_KEY)) {
                    throw partly;
                }
            }
        }
    }

    private MongoCollection<Document> changes() {
        return database.getCollection("customer_hold_changes");
    }
}
