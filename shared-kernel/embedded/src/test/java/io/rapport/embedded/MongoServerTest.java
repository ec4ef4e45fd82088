package io.rapport.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServerFolder.class)
class MongoServerTest {

    @Test
    void stoppedItKeepsReadModelsAndOffsetsKilledItGoesBackForBoth(Path folder) throws Exception {
        assumeThat(Executables.onPath("mongod")).as("a real mongod keeps everything").isEmpty();
        MongoServer server = new MongoServer(folder, Loopback.freePort(), JavaRuntime.ofThisProcess());
        try (RunningServer running = RunningServer.start(server, folder)) {
            write(server, 1);
            running.kill();
            running.start();
            assertThat(documents(server, "customers")).isZero();
            assertThat(documents(server, "intake_offsets")).isZero();

            write(server, 2);
            running.stop();
            running.start();
            assertThat(offset(server)).isEqualTo(2);
            assertThat(documents(server, "customers")).isEqualTo(2);

            write(server, 5);
            running.kill();
            running.start();
            assertThat(offset(server)).isEqualTo(2);
            assertThat(documents(server, "customers")).isEqualTo(2);
        }
    }

    private static void write(MongoServer server, int customers) {
        with(server, client -> {
            MongoCollection<Document> collection = client.getDatabase("rapport").getCollection("customers");
            collection.createIndex(Indexes.ascending("owner"));
            collection.deleteMany(new Document());
            for (int number = 0; number < customers; number++) {
                collection.insertOne(new Document("_id", "c" + number).append("owner", "zhangsan"));
            }
            MongoCollection<Document> offsets = client.getDatabase("rapport").getCollection("intake_offsets");
            offsets.deleteMany(new Document());
            offsets.insertOne(new Document("_id", "crm.customer.v1-0").append("offset", (long) customers));
            return null;
        });
    }

    private static long documents(MongoServer server, String collection) {
        return with(server, client -> client.getDatabase("rapport").getCollection(collection).countDocuments());
    }

    private static long offset(MongoServer server) {
        return with(server, client ->
            client.getDatabase("rapport").getCollection("intake_offsets").find().first().getLong("offset"));
    }

    private static <T> T with(MongoServer server, java.util.function.Function<MongoClient, T> use) {
        try (MongoClient client = MongoClients.create(server.uri("rapport"))) {
            return use.apply(client);
        }
    }
}
