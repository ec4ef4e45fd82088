package io.rapport.benchmarks;

import io.rapport.testing.http.RapportClient;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** How long it takes to go through all customers for those that may be one. */
final class DuplicatesBenchmark {

    private static final double GOAL_SECONDS = 120;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String DUPLICATES = "/api/customers/duplicates";

    private final RapportClient rapport;

    DuplicatesBenchmark(RapportClient rapport) {
        this.rapport = rapport;
    }

    void measure(Report report) {
        long start = System.nanoTime();
        String before = finishedAt(sweep());
        rapport.post(DUPLICATES + "/sweep", "");
        JsonNode swept = Wait.until(PATIENCE, "a sweep for duplicates", () -> {
            JsonNode sweep = sweep();
            return sweep.get("running").asBoolean() || finishedAt(sweep).equals(before) ? null : sweep;
        });
        report.add(Measurement.atMost("sweep for duplicates", (System.nanoTime() - start) / 1e9, "s", GOAL_SECONDS,
                "%,d customers".formatted(swept.get("customers").asInt())));
    }

    /** Asking may begin a sweep itself: it is waited for. */
    private JsonNode sweep() {
        return rapport.get(DUPLICATES + "?size=1").json().get("sweep");
    }

    private static String finishedAt(JsonNode sweep) {
        return sweep.path("at").asString("");
    }
}
