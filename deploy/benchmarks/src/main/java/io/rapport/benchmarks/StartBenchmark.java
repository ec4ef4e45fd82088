package io.rapport.benchmarks;

import io.rapport.standalone.Product;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the product takes before it answers, and while it stands. */
final class StartBenchmark {

    private static final double GOAL_SECONDS = 60;
    static final double GOAL_MEGABYTES = 4 * 1024;

    private final Product product;
    private final RapportClient rapport;

    StartBenchmark(Product product, RapportClient rapport) {
        this.product = product;
        this.rapport = rapport;
    }

    /** @param begun {@link System#nanoTime()} before the product was started */
    void measureStart(long begun, Report report) {
        Answer first = rapport.get("/api/customers");
        if (first.status() != 200) {
            throw new IllegalStateException(first.toString());
        }
        report.add(Measurement.atMost("warm start to the first answered request", (System.nanoTime() - begun) / 1e9,
                "s", GOAL_SECONDS, ""));
    }

    /**
     * @param name what is told of it
     * @param goal megabytes; null where none is set
     */
    void measureMemory(String name, Double goal, Report report) {
        double megabytes = product.processNames().stream().map(product::process).flatMap(Optional::stream)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> proportionalKilobytes(process.pid())).sum() / 1024.0;
        report.add(Measurement.atMost(name, megabytes, "MB", goal,
                "proportional set size, shared pages counted once"));
    }

    /** Linux tells it in /proc; 0 for a process that has just ended. */
    private static long proportionalKilobytes(long pid) {
        Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        if (!Files.exists(file)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}
