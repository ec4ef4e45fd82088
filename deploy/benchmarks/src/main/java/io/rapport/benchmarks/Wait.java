package io.rapport.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again until there is an answer. */
final class Wait {

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private Wait() {
    }

    /**
     * @param answer gives null as long as there is none
     * @throws IllegalStateException if there is none in time
     */
    static <T> T until(Duration patience, String what, Supplier<T> answer) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            T found = answer.get();
            if (found != null) {
                return found;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("waited " + patience + " in vain for " + what);
    }
}
