package io.rapport.reporting.intake;

import com.mongodb.client.model.Sorts;
import io.rapport.reporting.ReportingTest;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LostStorageTest extends ReportingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void readModelsComeBackFromTheTopicsWhenTheStorageVanishes() throws Exception {
        for (int i = 0; i < 50; i++) {
            String id = newId();
            publish(event("interaction.recorded.v1", id, 1, "{\"facts\":{\"kind\":\"CALL\",\"subject\":\"s\"}}"),
                    event("interaction.corrected.v1", id, 2, "{\"changed\":{\"subject\":\"t\"},\"cleared\":[]}"));
        }
        await().atMost(SOON).until(() -> records("documents") >= 50 && records("index") >= 50);
        JsonNode before = digest();
        assertThat(before.get("documents")).isEqualTo(before.get("index"));

        List<Document> history = history();
        assertThat(history).hasSizeGreaterThanOrEqualTo(100);

        database().drop();

        await().atMost(SOON).until(() -> digest().equals(before));
        assertThat(before.get("documents").get("sha256").asString()).isEqualTo(sha256OfAllIn(database()
                .getCollection("interactions").find()));
        assertThat(history()).isEqualTo(history);
        await().atMost(SOON).until(() -> manage("/actuator/health/readiness").status() == 200);
        assertThat(manage("/actuator/health").json().get("components").get("intake").get("details").get("storageLost")
                .asInt()).isPositive();
    }

    private List<Document> history() {
        return database().getCollection("interactions_history").find().sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    private static String sha256OfAllIn(Iterable<Document> documents) throws Exception {
        Map<String, Long> sorted = new TreeMap<>();
        documents.forEach(document -> sorted.put(document.getString("_id"), document.getLong("version")));
        StringBuilder lines = new StringBuilder();
        sorted.forEach((id, version) -> lines.append(id).append(':').append(version).append('\n'));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private int records(String where) {
        return digest().get(where).get("records").asInt();
    }

    private JsonNode digest() {
        for (JsonNode kind : get("/api/admin/read-models/digest").json().get("kinds")) {
            if (kind.get("kind").asString().equals("interaction")) {
                return kind;
            }
        }
        throw new AssertionError("no interactions");
    }
}
