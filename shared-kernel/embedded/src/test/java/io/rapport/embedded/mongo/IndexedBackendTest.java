package io.rapport.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedBackendTest {

    private final IndexedBackend backend = new IndexedBackend();
    private final MongoServer server = new MongoServer(backend);
    private MongoClient client;
    private MongoCollection<Document> customers;

    @BeforeEach
    void connect() {
        client = MongoClients.create(server.bindAndGetConnectionString());
        customers = client.getDatabase("rapport").getCollection("customers");
    }

    @AfterEach
    void disconnect() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void aGuardedReplaceRefusesWhatIsOlder() {
        replaceIfNewer("a", 2, "second");
        assertThatThrownBy(() -> replaceIfNewer("a", 1, "first")).isInstanceOf(MongoWriteException.class)
            .hasMessageContaining("E11000");
        replaceIfNewer("a", 3, "third");
        assertThat(customers.find(Filters.eq("_id", "a")).first().getString("name")).isEqualTo("third");
    }

    @Test
    void theIdServesQueriesThatAskForMore() {
        UniqueIndex index = new UniqueIndex("_id_", List.of(key("_id")), false);
        assertThat(index.canHandle(query("_id", "a").append("version", query("$lt", 3)))).isTrue();
        assertThat(index.canHandle(query("version", 3))).isFalse();
    }

    @Test
    void anEqualityIndexServesEqualityAndAlternatives() {
        EqualityIndex index = new EqualityIndex("owner", List.of(key("owner")), false);
        assertThat(index.canHandle(query("owner", "zhangsan").append("archived", false))).isTrue();
        assertThat(index.canHandle(query("owner", query("$in", List.of("a", "b"))))).isTrue();
        assertThat(index.canHandle(query("owner", query("$gt", "a")))).isFalse();
        assertThat(index.canHandle(query("owner", null))).isFalse();
    }

    @Test
    void anEqualityIndexFollowsEveryChange() {
        customers.createIndex(Indexes.ascending("owner"));
        customers.insertOne(new Document("_id", "a").append("owner", "zhangsan"));
        customers.insertOne(new Document("_id", "b").append("owner", "zhangsan"));
        customers.insertOne(new Document("_id", "c"));
        assertThat(ids(Filters.eq("owner", "zhangsan"))).containsExactly("a", "b");

        customers.updateOne(Filters.eq("_id", "a"), Updates.set("owner", "lisi"));
        assertThat(ids(Filters.eq("owner", "zhangsan"))).containsExactly("b");
        assertThat(ids(Filters.in("owner", "zhangsan", "lisi"))).containsExactlyInAnyOrder("a", "b");
        assertThat(ids(Filters.eq("owner", null))).containsExactly("c");

        customers.updateOne(Filters.eq("_id", "a"), Updates.unset("owner"));
        customers.deleteOne(Filters.eq("_id", "b"));
        assertThat(ids(Filters.eq("owner", "lisi"))).isEmpty();
        assertThat(ids(Filters.eq("owner", null))).containsExactlyInAnyOrder("a", "c");
        customers.insertOne(new Document("_id", "d").append("owner", "lisi"));
        assertThat(ids(Filters.eq("owner", "lisi"))).containsExactly("d");
    }

    @Test
    void anIndexMadeLaterKnowsWhatWasThereAndFindsEveryElementOfAnArray() {
        customers.insertOne(new Document("_id", "a").append("tags", List.of("key account", "east")));
        customers.createIndex(Indexes.ascending("tags"));
        customers.updateOne(Filters.eq("_id", "a"), Updates.push("tags", "partner"));
        assertThat(ids(Filters.eq("tags", "east"))).containsExactly("a");
        assertThat(ids(Filters.eq("tags", "partner"))).containsExactly("a");
    }

    @Test
    void aCompoundIndexServesEqualityOnAllItsKeysWithNumbersOfEveryKind() {
        customers.createIndex(Indexes.ascending("region", "level"));
        customers.insertOne(new Document("_id", "a").append("region", "北京").append("level", 1));
        customers.insertOne(new Document("_id", "b").append("region", "北京").append("level", 2L));
        assertThat(ids(new Document("region", "北京").append("level", 2))).containsExactly("b");
        assertThat(ids(Filters.eq("region", "北京"))).containsExactly("a", "b");
    }

    @Test
    void aSparseUniqueIndexLetsManyGoWithout() {
        customers.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true).sparse(true));
        customers.insertOne(new Document("_id", "a"));
        customers.insertOne(new Document("_id", "b"));
        customers.insertOne(new Document("_id", "c").append("number", "001"));
        assertThatThrownBy(() -> customers.insertOne(new Document("_id", "d").append("number", "001")))
            .hasMessageContaining("E11000");
        assertThat(ids(new Document("number", "001").append("archived", null))).containsExactly("c");
    }

    @Test
    void readersAreNotDisturbedByWriters() throws Exception {
        customers.insertOne(new Document("_id", "a"));
        AtomicBoolean reading = new AtomicBoolean(true);
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int turn = 0; reading.get(); turn++) {
                Document document = new Document("_id", "a");
                for (int field = 0; field < 50; field++) {
                    document.append("f" + (turn + field), turn);
                }
                customers.replaceOne(Filters.eq("_id", "a"), document);
            }
        });
        for (int read = 0; read < 2_000; read++) {
            Document seen = customers.find(Filters.eq("_id", "a")).first();
            assertThat(seen.values().stream().filter(Integer.class::isInstance).distinct().count())
                .isLessThanOrEqualTo(1);
        }
        reading.set(false);
        writer.join();
    }

    @Test
    void aSnapshotBringsBackDocumentsAndIndexes(@TempDir Path folder) {
        customers.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true).sparse(true));
        customers.createIndex(Indexes.ascending("owner"));
        customers.insertOne(new Document("_id", "a").append("number", "001").append("owner", "zhangsan"));
        Snapshot snapshot = new Snapshot(folder.resolve("snapshot.bson"));
        snapshot.write(backend);

        IndexedBackend restored = new IndexedBackend();
        snapshot.load(restored);

        MongoServer again = new MongoServer(restored);
        try (MongoClient other = MongoClients.create(again.bindAndGetConnectionString())) {
            MongoCollection<Document> found = other.getDatabase("rapport").getCollection("customers");
            assertThat(found.find(Filters.eq("owner", "zhangsan"))).hasSize(1);
            assertThat(found.listIndexes()).hasSize(3);
            assertThatThrownBy(() -> found.insertOne(new Document("_id", "b").append("number", "001")))
                .hasMessageContaining("E11000");
        } finally {
            again.shutdownNow();
        }
    }

    @Test
    void aSnapshotCutShortIsIgnored(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("snapshot.bson");
        customers.insertOne(new Document("_id", "a"));
        new Snapshot(file).write(backend);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            IndexedBackend restored = new IndexedBackend();
            new Snapshot(file).load(restored);
            assertThat(restored.databases()).isEmpty();
        }
    }

    private void replaceIfNewer(String id, int version, String name) {
        customers.replaceOne(new Document("_id", id).append("version", new Document("$lt", version)),
            new Document("_id", id).append("version", version).append("name", name), new ReplaceOptions().upsert(true));
    }

    private List<String> ids(org.bson.conversions.Bson filter) {
        return customers.find(filter).map(document -> document.getString("_id")).into(new ArrayList<>());
    }

    private static de.bwaldvogel.mongo.backend.IndexKey key(String field) {
        return new de.bwaldvogel.mongo.backend.IndexKey(field, true);
    }

    private static de.bwaldvogel.mongo.bson.Document query(String field, Object value) {
        return new de.bwaldvogel.mongo.bson.Document(field, value);
    }
}
