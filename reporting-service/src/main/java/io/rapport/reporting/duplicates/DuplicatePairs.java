package io.rapport.reporting.duplicates;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the last sweep found, in MongoDB. Derived like every read model: lost, it is found again by the next sweep. A
 * new sweep stores its pairs beside the old ones and then takes their place at once.
 */
@Component
class DuplicatePairs {

    private static final String CURRENT = "current";
    private static final int MOST_AT_ONCE = 1_000;

    private final MongoDatabase database;

    DuplicatePairs(MongoDatabase database) {
        this.database = database;
    }

    /** Two customers at their place among all pairs, the likeliest at 1. */
    record Ranked(String id, int rank, String first, String second) {
    }

    /** A finished sweep over so many customers. */
    record Swept(String generation, Instant at, int customers) {
    }

    Optional<Swept> swept() {
        return Optional.ofNullable(sweeps().find(new Document("_id", CURRENT)).first())
                .map(swept -> new Swept(swept.getString("generation"), swept.getDate("at").toInstant(),
                        swept.getInteger("customers")));
    }

    /** @param pairs the likeliest first */
    void replace(List<Sweep.Pair> pairs, int customers, Instant at) {
        String generation = UUID.randomUUID().toString();
        pairs().createIndex(Indexes.ascending("generation", "rank"));
        List<Document> some = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            some.add(new Document("_id", generation + '/' + (i + 1)).append("generation", generation)
                    .append("rank", i + 1).append("first", pairs.get(i).first())
                    .append("second", pairs.get(i).second()));
            if (some.size() == MOST_AT_ONCE || i == pairs.size() - 1) {
                pairs().insertMany(some);
                some = new ArrayList<>();
            }
        }
        sweeps().replaceOne(new Document("_id", CURRENT), new Document("_id", CURRENT)
                .append("generation", generation).append("at", Date.from(at)).append("customers", customers),
                new ReplaceOptions().upsert(true));
        pairs().deleteMany(new Document("generation", new Document("$ne", generation)));
    }

    /** The pairs that come after a rank, in order. */
    List<Ranked> after(Swept swept, int rank, int most) {
        return pairs().find(new Document("generation", swept.generation()).append("rank", new Document("$gt", rank)))
                .sort(Sorts.ascending("rank")).limit(most)
                .map(pair -> new Ranked(pair.getString("_id"), pair.getInteger("rank"), pair.getString("first"),
                        pair.getString("second")))
                .into(new ArrayList<>());
    }

    long count(Swept swept) {
        return pairs().countDocuments(new Document("generation", swept.generation()));
    }

    /** Forgets pairs that are none any more. */
    void remove(List<String> ids) {
        pairs().deleteMany(new Document("_id", new Document("$in", ids)));
    }

    private MongoCollection<Document> pairs() {
        return database.getCollection("duplicate_pairs");
    }

    private MongoCollection<Document> sweeps() {
        return database.getCollection("duplicate_sweeps");
    }
}
