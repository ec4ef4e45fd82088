package io.rapport.eventstore.relay;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the relay is doing, for metrics and health: {@code rapport.relay.lag.millis}, {@code rapport.relay.lag.events},
 * {@code rapport.relay.events}, {@code rapport.relay.errors}.
 */
final class RelayState implements ErrorHandler {

    /** @param what in one line, without data of the event */
    record Failure(Instant since, int attempts, String what) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(RelayState.class);

    private final Counter events;
    private final Counter errors;
    private final AtomicReference<Failure> failure = new AtomicReference<>();
    private volatile Backlog backlog = Backlog.NONE;

    RelayState(MeterRegistry registry) {
        events = Counter.builder("rapport.relay.events").register(registry);
        errors = Counter.builder("rapport.relay.errors").register(registry);
        Gauge.builder("rapport.relay.lag.millis", () -> backlog.millis()).register(registry);
        Gauge.builder("rapport.relay.lag.events", () -> backlog.events()).register(registry);
    }

    void sent(int count) {
        events.increment(count);
        Failure was = failure.getAndSet(null);
        if (was != null) {
            LOG.info("The relay goes on after {} failed attempts since {}", was.attempts, was.since);
        }
    }

    /** Counts, says it once, and lets it stop the batch: an event that fails is never skipped. */
    @Override
    public void handleError(ErrorContext context) throws Exception {
        failed(context.error());
        PropagatingErrorHandler.instance().handleError(context);
    }

    private void failed(Throwable error) {
        errors.increment();
        String what = error.getMessage();
        Failure now = failure.updateAndGet(was -> was == null
                ? new Failure(Instant.now(), 1, what)
                : new Failure(was.since, was.attempts + 1, what));
        if (now.attempts == 1) {
            LOG.warn("The relay stands still and tries again until it succeeds: {}", what, error);
        }
    }

    /** Null when all is well. */
    Failure failure() {
        return failure.get();
    }

    Backlog backlog() {
        return backlog;
    }

    void backlog(Backlog measured) {
        backlog = measured;
    }
}
