package io.rapport.reporting.intake;

import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How the intake is doing: how much of what was in Kafka at its start it has taken in, what fails just now, and how old
 * the batch in its hands is. Written by the intake's thread, read by health, metrics and the lag of answers.
 */
@Component
public class IntakeStatus {

    private static final Logger log = LoggerFactory.getLogger(IntakeStatus.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private record Progress(long next, long goal) {
    }

    private final Map<TopicPartition, Progress> partitions = new HashMap<>();
    private boolean caughtUp;
    private boolean kafkaSeen;
    private long restarts;
    private String failure;
    private Instant failingSince;
    private Instant begun = Instant.now();
    private Instant lastLine = Instant.now();
    private volatile long oldestInHandMillis;

    /**
     * A look at the intake.
     *
     * @param caughtUp whether everything that was in Kafka at the start has been taken in; anew after a loss
     * @param done     records taken in of {@code total}
     * @param total    records in Kafka then
     * @param restarts how often the storage was found empty while running
     * @param failure  what does not answer; null when all is well
     * @param since    since when; null when all is well
     */
    public record Snapshot(boolean caughtUp, long done, long total, long restarts, String failure, Instant since) {
    }

    public synchronized Snapshot snapshot() {
        long done = partitions.values().stream().mapToLong(p -> Math.min(p.next, p.goal)).sum();
        long total = partitions.values().stream().mapToLong(Progress::goal).sum();
        return new Snapshot(caughtUp, done, total, restarts, failure, failingSince);
    }

    /** Age in milliseconds of the oldest record of the batch in hand, also while it is being repeated; else 0. */
    public long ageInHandMillis() {
        long oldest = oldestInHandMillis;
        return oldest == 0 ? 0 : Math.max(0, System.currentTimeMillis() - oldest);
    }

    void inHand(long oldestTimestampMillis) {
        oldestInHandMillis = oldestTimestampMillis;
    }

    void handsEmpty() {
        oldestInHandMillis = 0;
    }

    /** The storage was found empty: all begins again. */
    synchronized void startedOver() {
        restarts++;
        caughtUp = false;
        begun = Instant.now();
        partitions.clear();
    }

    /** These partitions were taken over. Empty when there is nothing to take over yet. */
    synchronized void claimed(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        starts.forEach((partition, start) -> partitions.put(partition,
                new Progress(start, ends.getOrDefault(partition, start))));
        kafkaSeen = true;
        look();
    }

    synchronized void left(Collection<TopicPartition> gone) {
        gone.forEach(partitions::remove);
    }

    synchronized void advanced(Map<TopicPartition, Long> next) {
        next.forEach((partition, offset) -> partitions.computeIfPresent(partition,
                (same, progress) -> new Progress(offset, progress.goal)));
        look();
    }

    /** Returns whether all was well before. */
    synchronized boolean failed(String what) {
        boolean first = failure == null;
        if (first) {
            failingSince = Instant.now();
        }
        failure = what;
        return first;
    }

    synchronized void recovered() {
        if (failure != null) {
            log.info("The intake goes on after {} s", Duration.between(failingSince, Instant.now()).toSeconds());
        }
        failure = null;
        failingSince = null;
    }

    private void look() {
        if (caughtUp || !kafkaSeen) {
            return;
        }
        Snapshot now = snapshot();
        if (now.done() == now.total()) {
            caughtUp = true;
            log.info("Read models have caught up with {} records after {} ms", now.total(),
                    Duration.between(begun, Instant.now()).toMillis());
        } else if (Duration.between(lastLine, Instant.now()).compareTo(BETWEEN_LINES) > 0) {
            lastLine = Instant.now();
            log.info("Read models catch up: {} of {} records", now.done(), now.total());
        }
    }
}
