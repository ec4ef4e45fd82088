package io.rapport.reporting.summaries;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.rapport.reporting.belonging.Buckets;
import io.rapport.reporting.belonging.Buckets.Bucket;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rates.Rates;
import org.bson.Document;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static com.mongodb.ErrorCategory.DUPLICATE_KEY;
import static com.mongodb.ErrorCategory.fromErrorCode;

/**
 * The summaries in MongoDB, and the records they follow from, found by bucket. Every method throws
 * {@link com.mongodb.MongoException} when MongoDB cannot be reached.
 */
@Component
class SummaryStore {

    static final String COLLECTION = "customer_summaries";

    private static final int MOST_AT_ONCE = 1000;
    private static final Duration INDEXES_STAND = Duration.ofSeconds(10);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoDatabase database;
    private final Map<RecordKind, String> collections = new EnumMap<>(RecordKind.class);
    private volatile long nextLookNanos = System.nanoTime();

    SummaryStore(MongoDatabase database, List<ReadModel<?>> models) {
        this.database = database;
        models.forEach(model -> collections.put(model.kind(), model.collection()));
    }

    /** Summaries by customer; those that do not exist are missing. */
    Map<String, CustomerSummary> load(Collection<String> customerIds) {
        Map<String, CustomerSummary> found = new HashMap<>();
        inPortions(customerIds, some -> summaries().find(new Document("_id", new Document("$in", some)))
                .forEach(summary -> found.put(summary.id(), summary)));
        return found;
    }

    /** Customers whose amounts were summed by other exchange rates than these, and may come to something else by them. */
    Set<String> outdated(Rates rates, int most) {
        Set<String> found = new HashSet<>();
        Document other = new Document("ratesVersion", new Document("$ne", rates.version()));
        for (Document outdated : List.of(new Document("foreign", true),
                new Document("base", new Document("$ne", rates.base())))) {
            outdated.putAll(other);
            database.getCollection(COLLECTION).find(outdated).projection(Projections.include("_id")).limit(most)
                    .forEach(summary -> found.add(summary.getString("_id")));
        }
        return found;
    }

    /** The records of one kind that are in these buckets, with the fields that {@link Parts} asks for. */
    Map<Bucket, List<Document>> records(RecordKind kind, Collection<Bucket> buckets) {
        ensureIndexes();
        Map<String, Bucket> wanted = new HashMap<>();
        buckets.forEach(bucket -> wanted.put(bucket.name(), bucket));
        List<String> fields = new ArrayList<>(Parts.fields(kind));
        fields.add(Buckets.FIELD);
        Map<String, Document> records = new HashMap<>();
        inPortions(wanted.keySet(), some -> database.getCollection(collections.get(kind))
                .find(new Document(Buckets.FIELD, new Document("$in", some)))
                .projection(Projections.include(fields)).batchSize(MOST_AT_ONCE)
                .forEach(record -> records.put(record.getString("_id"), record)));
        Map<Bucket, List<Document>> found = new HashMap<>();
        for (Document record : records.values()) {
            for (String name : record.getList(Buckets.FIELD, String.class)) {
                Bucket bucket = wanted.get(name);
                if (bucket != null) {
                    found.computeIfAbsent(bucket, any -> new ArrayList<>()).add(record);
                }
            }
        }
        return found;
    }

    /**
     * Replaces each summary unless somebody else stored another one since it was read.
     *
     * @param summaries each one revision after the one that was read
     * @return customers whose summary was not stored: to be read and computed again
     */
    Set<String> store(Collection<CustomerSummary> summaries) {
        Set<String> overtaken = new HashSet<>();
        inPortions(summaries, some -> {
            try {
                summaries().bulkWrite(some.stream().map(SummaryStore::replacement).toList(), UNORDERED);
            } catch (MongoBulkWriteException partly) {
                if (partly.getWriteConcernError() != null || partly.getWriteErrors().stream()
                        .anyMatch(error -> fromErrorCode(error.getCode()) != DUPLICATE_KEY)) {
                    throw partly;
                }
                partly.getWriteErrors().forEach(error -> overtaken.add(some.get(error.getIndex()).id()));
            }
        });
        return overtaken;
    }

    private static ReplaceOneModel<CustomerSummary> replacement(CustomerSummary summary) {
        return new ReplaceOneModel<>(
                new Document("_id", summary.id()).append("revision", summary.revision() - 1), summary, UPSERT);
    }

    private MongoCollection<CustomerSummary> summaries() {
        return database.getCollection(COLLECTION, CustomerSummary.class);
    }

    /** Without them every look at a bucket would go through all records. Collections may be dropped at any time. */
    private void ensureIndexes() {
        if (System.nanoTime() - nextLookNanos >= 0) {
            // Tasks are no part of a sum, but found by their customer when it changes hands.
            Stream.concat(Parts.KINDS.stream(), Stream.of(RecordKind.TASK)).map(collections::get)
                    .forEach(name -> database.getCollection(name).createIndex(Indexes.ascending(Buckets.FIELD)));
            nextLookNanos = System.nanoTime() + INDEXES_STAND.toNanos();
        }
    }

    private static <T> void inPortions(Collection<T> all, Consumer<List<T>> work) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += MOST_AT_ONCE) {
            work.accept(list.subList(from, Math.min(list.size(), from + MOST_AT_ONCE)));
        }
    }
}
