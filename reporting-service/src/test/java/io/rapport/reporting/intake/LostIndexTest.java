package io.rapport.reporting.intake;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LostIndexTest extends ReportingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String id = newId();

    @Test
    void waitsForAnIndexThatTakesNothing() throws Exception {
        record();
        await().atMost(SOON).until(this::indexHoldsAll);
        elasticsearch("PUT", URI.create(index("contact") + "/_settings"), "{\"index.blocks.write\":true}");

        publish(event("contact.changed.v1", id, 2, "{\"changed\":{\"name\":\"B\"},\"cleared\":[]}"));

        JsonNode contact = getAfter(new ConsistencyToken("contact", id, 2), "/api/contacts/" + id).json();
        assertThat(contact.get("name").asString()).isEqualTo("B");
        await().atMost(SOON).until(() -> intake().get("status").asString().equals("DOWN"));
        assertThat(indexHoldsAll()).isFalse();

        elasticsearch("PUT", URI.create(index("contact") + "/_settings"), "{\"index.blocks.write\":false}");

        await().atMost(SOON).until(this::indexHoldsAll);
        await().atMost(SOON).until(() -> intake().get("status").asString().equals("UP"));
    }

    @Test
    void fillsALostIndexFromTheTopics() throws Exception {
        record();
        await().atMost(SOON).until(this::indexHoldsAll);

        elasticsearch("DELETE", index("contact"), "");

        // Nothing is written meanwhile: the intake finds out by itself.
        await().atMost(SOON).ignoreExceptions().until(this::indexHoldsAll);
    }

    private void record() {
        publish(event("contact.registered.v1", id, 1, "{\"facts\":{\"name\":\"A\"}}"));
        assertThat(getAfter(new ConsistencyToken("contact", id, 1), "/api/contacts/" + id).status()).isEqualTo(200);
    }

    private boolean indexHoldsAll() {
        for (JsonNode kind : get("/api/admin/read-models/digest").json().get("kinds")) {
            if (kind.get("kind").asString().equals("contact")) {
                return kind.get("documents").equals(kind.get("index"));
            }
        }
        return false;
    }

    private JsonNode intake() {
        return manage("/actuator/health").json().get("components").get("intake");
    }

    private static void elasticsearch(String method, URI uri, String body) throws IOException, InterruptedException {
        int status = HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)).build(),
                BodyHandlers.discarding()).statusCode();
        assertThat(status).isEqualTo(200);
    }
}
