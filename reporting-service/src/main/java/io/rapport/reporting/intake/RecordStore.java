package io.rapport.reporting.intake;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import static com.mongodb.ErrorCategory.DUPLICATE_KEY;
import static com.mongodb.ErrorCategory.fromErrorCode;

/**
 * The documents of all read models in MongoDB, by id. A document is only ever replaced by a newer version of itself.
 * Every method throws {@link com.mongodb.MongoException} when MongoDB cannot be reached.
 */
@Component
public class RecordStore {

    /** Documents in one request, as many as every kind of MongoDB takes well. */
    static final int MOST_AT_ONCE = 1000;

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoDatabase database;
    private final Map<RecordKind, ReadModel<?>> models = new EnumMap<>(RecordKind.class);

    RecordStore(MongoDatabase database, List<ReadModel<?>> models) {
        this.database = database;
        models.forEach(model -> this.models.put(model.kind(), model));
    }

    /** Documents by id; those that do not exist are missing. */
    public Map<String, RecordDocument> load(RecordKind kind, Collection<String> ids) {
        Map<String, RecordDocument> found = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
            documents(kind).find(new Document("_id", new Document("$in", some)))
                    .forEach(document -> found.put(document.id(), document));
        }
        return found;
    }

    public <D extends RecordDocument> Optional<D> find(ReadModel<D> model, String id) {
        return Optional.ofNullable(database.getCollection(model.collection(), model.documentType())
                .find(new Document("_id", id)).first());
    }

    /** Every document of a kind of which there are few. */
    public <D extends RecordDocument> List<D> all(ReadModel<D> model) {
        return database.getCollection(model.collection(), model.documentType()).find().into(new ArrayList<>());
    }

    /** Every document that has one of these values in a field; one with several of them may be told twice. */
    public <D extends RecordDocument> void forEachIn(ReadModel<D> model, String field, Collection<String> values,
            Consumer<D> consumer) {
        List<String> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
            database.getCollection(model.collection(), model.documentType())
                    .find(new Document(field, new Document("$in", some))).batchSize(MOST_AT_ONCE).forEach(consumer);
        }
    }

    /** Version of one document; 0 when it does not exist. */
    public long versionOf(RecordKind kind, String id) {
        Document found = raw(kind).find(new Document("_id", id)).projection(Projections.include("version")).first();
        return found == null ? 0 : found.getLong("version");
    }

    /** Hands every record's id and version to {@code consumer} in the order of ids. */
    public void forEach(RecordKind kind, BiConsumer<String, Long> consumer) {
        FindIterable<Document> all = raw(kind).find().projection(Projections.include("version"))
                .sort(Sorts.ascending("_id")).batchSize(MOST_AT_ONCE);
        try (MongoCursor<Document> cursor = all.iterator()) {
            cursor.forEachRemaining(record -> consumer.accept(record.getString("_id"), record.getLong("version")));
        }
    }

    /** Replaces each document unless the stored one is as new or newer. All are of one kind, each id once. */
    void store(RecordKind kind, Collection<? extends RecordDocument> documents) {
        List<RecordDocument> all = List.copyOf(documents);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            List<RecordDocument> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
            List<RecordDocument> raced = replace(kind, some);
            if (!raced.isEmpty()) {
                List<RecordDocument> stillOlder = older(kind, raced);
                // A race between two upserts of one new record: whoever lost it has something to replace now.
                if (!stillOlder.isEmpty() && !older(kind, replace(kind, stillOlder)).isEmpty()) {
                    throw new IllegalStateException("MongoDB kept older versions of documents");
                }
            }
        }
    }

    /** Returns what ran into an existing document: it was as new or newer, or came in between. */
    private List<RecordDocument> replace(RecordKind kind, List<RecordDocument> documents) {
        List<ReplaceOneModel<RecordDocument>> replacements = new ArrayList<>(documents.size());
        for (RecordDocument document : documents) {
            replacements.add(new ReplaceOneModel<>(
                    new Document("_id", document.id()).append("version", new Document("$lt", document.version())),
                    document, UPSERT));
        }
        try {
            documents(kind).bulkWrite(replacements, UNORDERED);
            return List.of();
        } catch (MongoBulkWriteException partly) {
            List<RecordDocument> raced = new ArrayList<>();
            for (BulkWriteError error : partly.getWriteErrors()) {
                if (fromErrorCode(error.getCode()) != DUPLICATE_KEY) {
                    throw partly;
                }
                raced.add(documents.get(error.getIndex()));
            }
            if (partly.getWriteConcernError() != null) {
                throw partly;
            }
            return raced;
        }
    }

    private List<RecordDocument> older(RecordKind kind, List<RecordDocument> documents) {
        return documents.stream().filter(document -> versionOf(kind, document.id()) < document.version()).toList();
    }

    /** The codec of the document's own type encodes it; the interface only names what they share. */
    @SuppressWarnings("unchecked")
    private MongoCollection<RecordDocument> documents(RecordKind kind) {
        ReadModel<?> model = models.get(kind);
        return (MongoCollection<RecordDocument>) database.getCollection(model.collection(), model.documentType());
    }

    private MongoCollection<Document> raw(RecordKind kind) {
        return database.getCollection(models.get(kind).collection());
    }
}
