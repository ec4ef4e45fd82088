package io.rapport.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** How many failures in a row somebody is allowed: so many at once, then the same number spread over a minute. */
final class Guesses {

    private static final Duration PER = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Cache<String, Bucket> left =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(PER).build();
    private final int most;

    Guesses(int most) {
        this.most = most;
    }

    /**
     * Counts an attempt before it is made, so that many at once do not slip through together.
     *
     * @return how long to wait before the next one; zero when this one may be made
     */
    Duration take(String guesser) {
        ConsumptionProbe probe = bucket(guesser).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** The attempt was none: it succeeded, or was not made after all. */
    void giveBack(String guesser) {
        bucket(guesser).addTokens(1);
    }

    private Bucket bucket(String guesser) {
        return left.get(guesser, unknown -> Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, PER)).build());
    }
}
