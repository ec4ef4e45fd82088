package io.rapport.interaction.api.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import java.time.Duration;
import java.util.function.Function;

/** How often one address is read, and how often addresses are asked for that there are not. Keeps no secret. */
final class ReadingLimit {

    private static final Duration PER = Duration.ofMinutes(1);
    private static final int MOST = 30;
    private static final int MOST_UNKNOWN = 300;
    private static final int REMEMBERED = 10_000;

    private final Cache<Integer, Bucket> readings =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(PER).build();
    private final Bucket unknown = bucket(MOST_UNKNOWN);

    /** How long to wait before this address is read; zero for not at all. */
    Duration take(String secret) {
        Function<Integer, Bucket> fresh = _ -> bucket(MOST);
        Duration wait = take(readings.get(secret.hashCode(), fresh));
        return wait.isZero() && unknown.getAvailableTokens() == 0 ? PER : wait;
    }

    /** There is no such address. */
    void missed() {
        unknown.tryConsume(1);
    }

    private static Duration take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private static Bucket bucket(int most) {
        return Bucket.builder().addLimit(limit -> limit.capacity(most).refillGreedy(most, PER)).build();
    }
}
