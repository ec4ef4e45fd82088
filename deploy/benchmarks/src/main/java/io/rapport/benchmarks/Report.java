package io.rapport.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Collects the measurements of one run, prints them as a table and writes them as JSON. */
final class Report {

    private final List<Measurement> measurements = new ArrayList<>();
    private final Instant startedAt = Instant.now();
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Takes one result and shows it at once, so that a long run can be followed. */
    void add(Measurement measurement) {
        measurements.add(measurement);
        out.println(line(measurement));
    }

    private static String line(Measurement m) {
        String goal = m.goal() == null ? "" : (m.atMost() ? "≤ " : "≥ ") + number(m.goal());
        String verdict = m.goal() == null ? "" : m.reached() ? "yes" : "NO";
        return String.format("%-52s %12s %-9s %10s %4s  %s", m.name(), number(m.value()), m.unit(), goal, verdict,
                m.comment());
    }

    private static String number(double value) {
        return Math.abs(value) >= 100 ? String.format("%,.0f", value) : String.format("%.2f", value);
    }

    void write(Path file) {
        var run = new LinkedHashMap<String, Object>();
        run.put("startedAt", startedAt);
        run.put("finishedAt", Instant.now());
        run.put("processors", Runtime.getRuntime().availableProcessors());
        run.put("java", Runtime.version().toString());
        run.put("measurements", measurements);
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file, run);
        out.println("written: " + file);
    }
}
