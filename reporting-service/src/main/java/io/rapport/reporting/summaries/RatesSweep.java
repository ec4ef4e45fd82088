package io.rapport.reporting.summaries;

import io.rapport.reporting.rates.PresentRates;

import java.time.Duration;

/**
 * Whether summaries have to be looked for that do not go by the present exchange rates. Asked until none is found, and
 * for a while longer: another instance may still store one by rates that it takes for the present ones. For one thread.
 */
final class RatesSweep {

    private static final Duration OTHERS_CATCH_UP = PresentRates.FRESH.multipliedBy(30);

    private long version = -1;
    private long sinceNanos;
    private boolean done;

    boolean isDue(long ratesVersion) {
        if (ratesVersion != version) {
            version = ratesVersion;
            sinceNanos = System.nanoTime();
            done = false;
        }
        return !done;
    }

    void nothingFound(long ratesVersion) {
        done = ratesVersion == version && System.nanoTime() - sinceNanos > OTHERS_CATCH_UP.toNanos();
    }
}
