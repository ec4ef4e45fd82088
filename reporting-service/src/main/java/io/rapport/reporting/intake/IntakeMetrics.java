package io.rapport.reporting.intake;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.function.Supplier;

/** What the intake counts. */
@Component
class IntakeMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batchEvents;
    private final Timer batchTime;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batchEvents = DistributionSummary.builder("rapport.intake.batch.events")
                .description("Kafka records in one batch").register(registry);
        this.batchTime = Timer.builder("rapport.intake.batch.time")
                .description("From the records in hand to the offsets stored").publishPercentileHistogram()
                .register(registry);
    }

    void batch(int records, Duration time) {
        batchEvents.record(records);
        batchTime.record(time);
    }

    /** Runs one step of a batch and records how long it takes. */
    <T> T timed(String step, Supplier<T> work) {
        return registry.timer("rapport.intake.step.time", "step", step).record(work);
    }

    void folded(RecordKind kind, RecordFold<?> fold) {
        count(kind, "folded", fold.folded() - fold.unknown());
        count(kind, "unknown-type", fold.unknown());
        count(kind, "seen-before", fold.ignored());
    }

    /** An event of records that are not kept here. */
    void ofUnknownKind() {
        registry.counter("rapport.intake.events", "kind", "other", "outcome", "unknown-kind").increment();
    }

    void parked(int letters) {
        registry.counter("rapport.intake.parked").increment(letters);
    }

    /**
     * @param where what did not answer or gave a wrong answer: {@code kafka} or {@code storage}
     */
    void error(String where) {
        registry.counter("rapport.intake.errors", "where", where).increment();
    }

    private void count(RecordKind kind, String outcome, int events) {
        if (events > 0) {
            registry.counter("rapport.intake.events", "kind", kind.code(), "outcome", outcome).increment(events);
        }
    }
}
