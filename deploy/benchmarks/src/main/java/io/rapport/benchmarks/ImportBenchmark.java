package io.rapport.benchmarks;

import io.rapport.testing.GeneratedCustomers;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * How fast a file of customers becomes events, how long the read models take to show the last of them, and how long
 * somebody waits who changes a customer meanwhile.
 */
final class ImportBenchmark {

    private static final double GOAL_ROWS_PER_SECOND = 3_000;
    private static final double GOAL_COMMAND_MILLIS = 250;
    /** About as often as a busy team saves. */
    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(50);
    /** Beyond the numbers of the file. */
    private static final String NUMBER = "77777777777777";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "STOPPED");

    private final RapportClient rapport;

    ImportBenchmark(RapportClient rapport) {
        this.rapport = rapport;
    }

    void measure(int rows, Report report) {
        byte[] file = GeneratedCustomers.csv(1, rows);
        String customer = customer();
        long start = System.nanoTime();
        Answer accepted = rapport.upload("/api/customers/import", "customers.csv", file);
        if (accepted.status() != 202) {
            throw new IllegalStateException(accepted.toString());
        }
        Histogram commands = new Histogram(3);
        JsonNode job = awaitEnd(accepted.json().get("jobId").asString(), customer, commands);
        double imported = seconds(start);
        if (job.get("created").asInt() != rows) {
            throw new IllegalStateException("not all rows were created: " + job);
        }
        awaitTotal(rows + 1);
        double visible = seconds(start);
        report.add(Measurement.atLeast("import", rows / imported, "rows/s", GOAL_ROWS_PER_SECOND,
                "%,d rows in %.1f s, one result for each row".formatted(rows, imported)));
        report.add(Measurement.atMost("one command during the import, p95",
                commands.getValueAtPercentile(95) / 1e6, "ms", GOAL_COMMAND_MILLIS,
                "%,d changes of a customer, p99 %.0f ms".formatted(commands.getTotalCount(),
                        commands.getValueAtPercentile(99) / 1e6)));
        report.add(Measurement.atLeast("import until all rows are in the list", rows / visible, "rows/s", null,
                "%.1f s".formatted(visible)));
    }

    private String customer() {
        Answer registered = rapport.post("/api/customers", "{\"number\":\"%s\",\"name\":\"随时更改\"}".formatted(NUMBER));
        if (registered.status() != 201) {
            throw new IllegalStateException(registered.toString());
        }
        return registered.json().get("id").asString();
    }

    /** Changes a customer again and again until the job ends. */
    private JsonNode awaitEnd(String job, String customer, Histogram commands) {
        int[] turn = {0};
        return Wait.until(PATIENCE, "import " + job, () -> {
            long start = System.nanoTime();
            Answer changed = rapport.patch("/api/customers/" + customer, "{\"needs\":\"%d\"}".formatted(turn[0]++));
            commands.recordValue(System.nanoTime() - start);
            if (changed.status() != 204) {
                throw new IllegalStateException(changed.toString());
            }
            LockSupport.parkNanos(BETWEEN_COMMANDS.toNanos());
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
