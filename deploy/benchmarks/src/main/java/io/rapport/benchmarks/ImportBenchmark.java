package io.rapport.benchmarks;

import io.rapport.testing.GeneratedCustomers;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How fast a file of customers becomes events, and how long the read models take to show the last of them. */
final class ImportBenchmark {

    private static final double GOAL_ROWS_PER_SECOND = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "STOPPED");

    private final RapportClient rapport;

    ImportBenchmark(RapportClient rapport) {
        this.rapport = rapport;
    }

    void measure(int rows, Report report) {
        byte[] file = GeneratedCustomers.csv(1, rows);
        long start = System.nanoTime();
        Answer accepted = rapport.upload("/api/customers/import", "customers.csv", file);
        if (accepted.status() != 202) {
            throw new IllegalStateException(accepted.toString());
        }
        JsonNode job = awaitEnd(accepted.json().get("jobId").asString());
        double imported = seconds(start);
        if (job.get("created").asInt() != rows) {
            throw new IllegalStateException("not all rows were created: " + job);
        }
        awaitTotal(rows);
        double visible = seconds(start);
        report.add(Measurement.atLeast("import", rows / imported, "rows/s", GOAL_ROWS_PER_SECOND,
                "%,d rows in %.1f s, one result for each row".formatted(rows, imported)));
        report.add(Measurement.atLeast("import until all rows are in the list", rows / visible, "rows/s", null,
                "%.1f s".formatted(visible)));
    }

    private JsonNode awaitEnd(String job) {
        return Wait.until(PATIENCE, "import " + job, () -> {
            JsonNode state = rapport.get("/api/jobs/" + job).json();
            return ENDED.contains(state.get("state").asString()) ? state : null;
        });
    }

    private void awaitTotal(int rows) {
        Wait.until(PATIENCE, rows + " customers in the list", () -> {
            Answer list = rapport.get("/api/customers?size=1");
            return list.status() == 200 && list.json().get("total").asInt() >= rows ? list : null;
        });
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
