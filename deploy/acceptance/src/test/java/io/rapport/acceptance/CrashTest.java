package io.rapport.acceptance;

import io.rapport.testing.GeneratedCustomers;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever dies, and whenever: what was acknowledged is there, once, in the store, in the topic and in what is read. */
class CrashTest {

    private static final int ROWS = 12_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final RunningProduct product = RunningProduct.get();
    private final RapportClient rapport = product.admin();

    @Test
    void killedInMidImportNothingIsLostAndNothingIsTwice() {
        byte[] file = GeneratedCustomers.csv(500_000_000, ROWS);
        Answer accepted = rapport.upload("/api/customers/import", "customers.csv", file);
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        String job = accepted.json().get("jobId").asString();

        Jobs.awaitRows(rapport, job, ROWS / 8);
        product.kill("customer-service");
        Jobs.awaitRows(rapport, job, ROWS / 4);
        product.kill("reporting-service");
        Jobs.awaitRows(rapport, job, ROWS / 2);
        product.kill("kafka");
        JsonNode done = Jobs.awaitDone(rapport, job);

        assertThat(done.get("created").asInt()).as(done.toString()).isEqualTo(ROWS);
        assertThat(done.get("refused").asInt()).isZero();
        digestsAgree();

        product.restart();
        digestsAgree();
    }

    private void digestsAgree() {
        await().atMost(PATIENCE).ignoreException(UncheckedIOException.class).untilAsserted(() -> {
            JsonNode store = product.audit("customer-service");
            Topic topic = new Topic(product.kafka(), "crm.customer.v1");
            Topic.Digest published = topic.digestOf("customer");
            Answer read = rapport.get("/api/admin/read-models/digest");
            assertThat(read.status()).as(read.toString()).isEqualTo(200);
            JsonNode customers = read.json().get("kinds").valueStream()
                    .filter(kind -> kind.get("kind").asString().equals("customer")).findFirst().orElseThrow();

            assertThat(published.records()).isGreaterThanOrEqualTo(ROWS);
            assertThat(store.get("ok").asBoolean()).as(store.toString()).isTrue();
            assertThat(store.get("store").get("sha256").asString()).isEqualTo(topic.digest().sha256());
            assertThat(customers.get("documents").get("sha256").asString()).isEqualTo(published.sha256());
            assertThat(customers.get("index").get("sha256").asString()).isEqualTo(published.sha256());
        });
    }
}
