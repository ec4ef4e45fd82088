package io.rapport.reporting.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.concurrent.atomic.AtomicLong;

/** What the health endpoint says of the intake. */
@Configuration(proxyBeanMethods = false)
class IntakeHealth {

    /** In the readiness group: answers before everything known at the start is read would lack records. */
    @Bean
    HealthIndicator catchUpHealthIndicator(IntakeStatus status) {
        return () -> {
            IntakeStatus.Snapshot now = status.snapshot();
            return (now.caughtUp() ? Health.up() : Health.outOfService())
                    .withDetail("done", now.done()).withDetail("total", now.total()).build();
        };
    }

    /** Down while events cannot be taken in; reads may go on meanwhile, from what is there. */
    @Bean
    HealthIndicator intakeHealthIndicator(IntakeStatus status, IntakeLag lag, DeadLetterGauge deadLetters) {
        return () -> {
            IntakeStatus.Snapshot now = status.snapshot();
            Health.Builder health = now.failure() == null ? Health.up()
                    : Health.down().withDetail("cause", now.failure()).withDetail("since", now.since().toString());
            return health.withDetail("lagMillis", lag.millis()).withDetail("deadLetters", deadLetters.count())
                    .withDetail("storageLost", now.restarts()).build();
        };
    }

    @Bean
    DeadLetterGauge deadLetterGauge(DeadLetterStore letters, MeterRegistry registry) {
        DeadLetterGauge gauge = new DeadLetterGauge(letters);
        Gauge.builder("rapport.intake.dead.letters", gauge, DeadLetterGauge::count)
                .description("Events that wait to become part of their record").register(registry);
        return gauge;
    }

    /** Counts dead letters when asked; says the last number while MongoDB does not answer. */
    static final class DeadLetterGauge {

        private final DeadLetterStore letters;
        private final AtomicLong last = new AtomicLong();

        DeadLetterGauge(DeadLetterStore letters) {
            this.letters = letters;
        }

        long count() {
            try {
                last.set(letters.count());
            } catch (RuntimeException unreachable) {
                return last.get();
            }
            return last.get();
        }
    }
}
