package io.rapport.reporting.intake;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far each topic-partition has been taken in, kept beside the documents so that both are lost together. Whoever
 * takes a partition over writes its own generation into the offset: an update that finds another one, or none, tells
 * the former owner that it was replaced or that the storage is gone.
 */
@Component
class IntakeOffsets {

    private final MongoCollection<Document> offsets;

    IntakeOffsets(MongoDatabase database) {
        this.offsets = database.getCollection("intake_offsets");
    }

    /**
     * Takes a partition over.
     *
     * @param generation name of the new owner's turn
     * @param index      name of the search index's storage: another one than before means that the index has to be
     *                   filled again
     * @return the offset to read next: 0 when there is none, or when the index is another one
     */
    long claim(TopicPartition partition, String generation, String index) {
        Document key = new Document("_id", partition.toString());
        FindOneAndUpdateOptions upsert = new FindOneAndUpdateOptions().upsert(true)
                .returnDocument(ReturnDocument.AFTER);
        Document claimed = offsets.findOneAndUpdate(key, Updates.combine(Updates.set("generation", generation),
                Updates.setOnInsert("offset", 0L), Updates.setOnInsert("index", index)), upsert);
        if (index.equals(claimed.getString("index"))) {
            return claimed.getLong("offset");
        }
        offsets.updateOne(new Document("_id", partition.toString()).append("generation", generation),
                Updates.combine(Updates.set("offset", 0L), Updates.set("index", index)));
        return 0;
    }

    /**
     * Moves offsets forward.
     *
     * @param next offset to read next, for each partition
     * @return the partitions that are no longer owned by this generation; empty when all have moved
     */
    Set<TopicPartition> store(Map<TopicPartition, Long> next, String generation) {
        List<UpdateOneModel<Document>> updates = next.entrySet().stream()
                .map(entry -> new UpdateOneModel<Document>(
                        new Document("_id", entry.getKey().toString()).append("generation", generation),
                        Updates.set("offset", entry.getValue())))
                .toList();
        int moved = offsets.bulkWrite(updates, new BulkWriteOptions().ordered(false)).getMatchedCount();
        return moved == next.size() ? Set.of() : lost(next.keySet(), generation);
    }

    /** Which of these partitions this generation does not own (any more). */
    Set<TopicPartition> lost(Collection<TopicPartition> partitions, String generation) {
        Map<String, TopicPartition> byId = new HashMap<>();
        partitions.forEach(partition -> byId.put(partition.toString(), partition));
        offsets.find(new Document("_id", new Document("$in", List.copyOf(byId.keySet())))).forEach(found -> {
            if (generation.equals(found.getString("generation"))) {
                byId.remove(found.getString("_id"));
            }
        });
        return new HashSet<>(byId.values());
    }

    /** Offset to read next for every partition that anybody has taken over. */
    Map<String, Long> all() {
        Map<String, Long> all = new HashMap<>();
        offsets.find().forEach(found -> all.put(found.getString("_id"), found.getLong("offset")));
        return all;
    }
}
