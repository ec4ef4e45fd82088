package io.rapport.reporting.intake;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dead letters in MongoDB, beside the documents. There are few: what is not served by id scans. */
@Component
class DeadLetterStore {

    private static final Bson NEWEST_FIRST = Sorts.descending("at", "_id");

    private final MongoCollection<DeadLetter> letters;

    DeadLetterStore(MongoDatabase database) {
        this.letters = database.getCollection("dead_letters", DeadLetter.class);
    }

    long count() {
        return letters.countDocuments();
    }

    /**
     * @param page from 1
     */
    List<DeadLetter> page(int page, int size) {
        return letters.find().sort(NEWEST_FIRST).skip((page - 1) * size).limit(size).into(new ArrayList<>());
    }

    Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.find(new Document("_id", id)).first());
    }

    /** The letters that concern any of these records. */
    List<DeadLetter> ofRecords(Collection<RecordKey> records) {
        if (letters.estimatedDocumentCount() == 0) {
            return List.of();
        }
        List<String> keys = records.stream().map(RecordKey::text).toList();
        List<DeadLetter> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += RecordStore.MOST_AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + RecordStore.MOST_AT_ONCE));
            letters.find(new Document("recordKey", new Document("$in", some))).into(found);
        }
        return found;
    }

    /** The letters of these partitions that somebody wants tried again. */
    List<DeadLetter> toRetry(Set<TopicPartition> partitions, int most) {
        if (letters.estimatedDocumentCount() == 0) {
            return List.of();
        }
        List<DeadLetter> wanted = letters.find(new Document("retry", true)).limit(most).into(new ArrayList<>());
        wanted.removeIf(letter -> !partitions.contains(new TopicPartition(letter.topic(), letter.partition())));
        return wanted;
    }

    /** Asks for another try; false when there is no such letter. */
    boolean requestRetry(String id) {
        return letters.updateOne(new Document("_id", id), Updates.set("retry", true)).getMatchedCount() == 1;
    }

    /** Asks for another try of every letter; returns how many. */
    long requestRetryOfAll() {
        return letters.updateMany(new Document(), Updates.set("retry", true)).getMatchedCount();
    }

    void put(DeadLetter letter) {
        letters.replaceOne(new Document("_id", letter.id()), letter, new ReplaceOptions().upsert(true));
    }

    void remove(Collection<String> ids) {
        if (!ids.isEmpty()) {
            letters.deleteMany(new Document("_id", new Document("$in", List.copyOf(ids))));
        }
    }
}
