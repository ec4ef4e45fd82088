package io.rapport.trail;

import io.rapport.web.problem.ProblemException;

import java.time.Duration;

/** An act could not be noted. Answered with 503 unless somebody catches it. */
public final class TrailUnavailable extends RuntimeException {

    private static final Duration RETRY = Duration.ofSeconds(2);

    TrailUnavailable() {
        // The cause becomes the answer.
        super("the trail cannot be written", ProblemException.unavailable(RETRY, "trail-unavailable"), false, false);
    }
}
