package io.rapport.reporting.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How far the read models are behind Kafka, whichever instance takes a partition in: twice a second the ends of the
 * partitions are compared with the offsets stored beside the documents.
 */
@Component
public class IntakeLag implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IntakeLag.class);
    private static final long EVERY_MILLIS = 500;
    /** A look that is older than this counts itself as lag: nobody knows what has happened since. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** At this moment the partition was first seen to end here. */
    private record End(long offset, long atNanos) {
    }

    private final IntakeTopics topics;
    private final IntakeOffsets offsets;
    private final IntakeStatus status;
    private final Map<TopicPartition, Deque<End>> ends = new HashMap<>();
    private volatile long behindSinceNanos;
    private volatile boolean behind;
    private volatile long eventsBehind;
    private volatile long lookedAtNanos = System.nanoTime();
    private ScheduledExecutorService timer;

    IntakeLag(IntakeTopics topics, IntakeOffsets offsets, IntakeStatus status, MeterRegistry registry) {
        this.topics = topics;
        this.offsets = offsets;
        this.status = status;
        Gauge.builder("rapport.intake.lag", this, IntakeLag::millis).baseUnit("ms")
                .description("Age of the oldest record in Kafka that is not projected").register(registry);
        Gauge.builder("rapport.intake.behind", this, lag -> lag.eventsBehind).baseUnit("events")
                .description("Records in Kafka that are not projected").register(registry);
    }

    /** Age in milliseconds of the oldest record in Kafka that is not in the read models; 0 when there is none. */
    public long millis() {
        long now = System.nanoTime();
        long blind = now - lookedAtNanos;
        long age = behind ? now - behindSinceNanos : 0;
        long unknown = blind > FRESH.toNanos() ? blind : 0;
        return Math.max(TimeUnit.NANOSECONDS.toMillis(Math.max(age, unknown)), status.ageInHandMillis());
    }

    private void look() {
        try {
            Map<TopicPartition, Long> latest = topics.ends();
            Map<String, Long> stored = offsets.all();
            long now = System.nanoTime();
            long sum = 0;
            long oldest = now;
            for (Map.Entry<TopicPartition, Long> end : latest.entrySet()) {
                long next = stored.getOrDefault(end.getKey().toString(), 0L);
                sum += Math.max(0, end.getValue() - next);
                oldest = Math.min(oldest, oldestSince(end.getKey(), end.getValue(), next, now));
            }
            behindSinceNanos = oldest;
            behind = sum > 0;
            eventsBehind = sum;
            lookedAtNanos = now;
        } catch (RuntimeException unreachable) {
            log.debug("Cannot look how far the intake has come", unreachable);
        }
    }

    /** When the record at {@code next} was first known to be there; now when there is none. */
    private long oldestSince(TopicPartition partition, long end, long next, long now) {
        Deque<End> seen = ends.computeIfAbsent(partition, any -> new ArrayDeque<>());
        if (seen.isEmpty() || seen.getLast().offset() < end) {
            seen.addLast(new End(end, now));
        }
        while (!seen.isEmpty() && seen.getFirst().offset() <= next && seen.size() > 1) {
            seen.removeFirst();
        }
        return end > next ? seen.getFirst().atNanos() : now;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("intake-lag").factory());
        timer.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        timer.shutdownNow();
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
