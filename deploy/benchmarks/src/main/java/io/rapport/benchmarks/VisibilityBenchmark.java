package io.rapport.benchmarks;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** How long after its acknowledgement a new customer is in the list of somebody who sends no consistency token. */
final class VisibilityBenchmark {

    private static final double GOAL_P99_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RapportClient rapport;

    VisibilityBenchmark(RapportClient rapport) {
        this.rapport = rapport;
    }

    void measure(int times, Report report) {
        var millis = new Histogram(3);
        for (int time = 0; time < times; time++) {
            Answer created = rapport.post("/api/customers", "{\"name\":\"可见性测试公司 %d\"}".formatted(time));
            if (created.status() != 201) {
                throw new IllegalStateException(created.toString());
            }
            long acknowledged = System.nanoTime();
            String list = "/api/customers?size=1&filter=" + RapportClient.encoded(
                    "number eq '%s'".formatted(created.json().get("number").asString()));
            Wait.until(PATIENCE, "a new customer in the list", () -> {
                Answer found = rapport.get(list);
                return found.json().get("total").asInt() == 1 ? found : null;
            });
            millis.recordValue((System.nanoTime() - acknowledged) / 1_000_000);
        }
        report.add(Measurement.atMost("acknowledged command to visible in the list, p99",
                millis.getValueAtPercentile(99), "ms", GOAL_P99_MILLIS,
                "%d times, p50 %d, longest %d".formatted(times, millis.getValueAtPercentile(50), millis.getMaxValue())));
    }
}
