package io.rapport.eventstore;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets idempotency keys after two weeks, once a day: no client repeats a request later than that. */
final class IdempotencyHousekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyHousekeeping.class);
    private static final Duration KEPT = Duration.ofDays(14);

    private final IdempotencyKeys keys;
    private ScheduledExecutorService scheduler;

    IdempotencyHousekeeping(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public void start() {
        scheduler = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("idempotency-keys").factory());
        scheduler.scheduleWithFixedDelay(this::forget, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    private void forget() {
        try {
            keys.forgetOlderThan(KEPT);
        } catch (RuntimeException e) {
            LOG.warn("Old idempotency keys stay for another day: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        scheduler.shutdownNow();
        scheduler = null;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
