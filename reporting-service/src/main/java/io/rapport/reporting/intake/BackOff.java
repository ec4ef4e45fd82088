package io.rapport.reporting.intake;

import java.time.Duration;

/** Waits between tries that become longer: from 200 ms up to 5 s. For one thread. */
final class BackOff {

    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 5_000;

    private long waitMillis = FIRST_MILLIS;
    private long until = System.nanoTime();

    /** How long to wait now; the next time it will be longer. */
    Duration next() {
        Duration wait = Duration.ofMillis(waitMillis);
        waitMillis = Math.min(LONGEST_MILLIS, waitMillis * 2);
        return wait;
    }

    /** Begins a wait that {@link #over()} tells the end of. */
    void start() {
        until = System.nanoTime() + next().toNanos();
    }

    boolean over() {
        return System.nanoTime() - until >= 0;
    }

    void reset() {
        waitMillis = FIRST_MILLIS;
    }
}
