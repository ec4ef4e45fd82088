package io.rapport.eventstore;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rapport.contracts.refusal.Refusal;

/**
 * {@code rapport.command} is the time from command to commit by command and outcome; {@code rapport.command.batch} the
 * time of whole batches.
 */
final class CommandMetrics {

    private enum Result { ACCEPTED, UNCHANGED, REFUSED, FAILED }

    private record Key(Class<?> command, Result result) {
    }

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final Timer batches;

    CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batches = Timer.builder("rapport.command.batch").register(registry);
    }

    CommandTargets.Handled timed(Object command, Supplier<CommandTargets.Handled> work) {
        long start = System.nanoTime();
        Result result = Result.FAILED;
        try {
            CommandTargets.Handled handled = work.get();
            result = handled.changed() ? Result.ACCEPTED : Result.UNCHANGED;
            return handled;
        } catch (Refusal refusal) {
            result = Result.REFUSED;
            throw refusal;
        } finally {
            timers.computeIfAbsent(new Key(command.getClass(), result), this::timer)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    List<Outcome> timedBatch(Supplier<List<Outcome>> work) {
        return batches.record(work);
    }

    private Timer timer(Key key) {
        return Timer.builder("rapport.command")
                .tag("command", key.command.getSimpleName())
                .tag("result", key.result.name().toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .register(registry);
    }
}
