package io.rapport.acceptance;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Follows a job through the interface. */
final class Jobs {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Jobs() {
    }

    static JsonNode awaitDone(RapportClient rapport, String job) {
        return awaitState(rapport, job, "DONE");
    }

    static JsonNode awaitState(RapportClient rapport, String job, String wanted) {
        await().atMost(PATIENCE).ignoreException(UncheckedIOException.class).untilAsserted(() -> {
            Answer state = rapport.get("/api/jobs/" + job);
            assertThat(state.status()).as(state.toString()).isEqualTo(200);
            assertThat(state.json().get("state").asString()).as(state.toString()).isEqualTo(wanted);
        });
        return rapport.get("/api/jobs/" + job).json();
    }

    /** Waits until at least so many rows are done; the service may be away for a while. */
    static void awaitRows(RapportClient rapport, String job, int rows) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).ignoreException(UncheckedIOException.class)
                .until(() -> {
                    Answer state = rapport.get("/api/jobs/" + job);
                    return state.status() == 200 && state.json().get("done").asInt() >= rows;
                });
    }
}
