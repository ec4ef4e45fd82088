package io.rapport.reporting.export;

import io.rapport.reporting.intake.Consumers;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import io.rapport.trail.TrailMessages;
import io.rapport.trail.TrailProperties;
import io.rapport.web.problem.ProblemException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many records the trail says were taken away on a day of UTC. An export is noted there before it goes out, and the
 * trail is kept for good: what it says holds also when the database of the read models was lost or filled again.
 */
@Component
class NotedExports {

    static final String ROWS = "rows";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Consumers consumers;
    private final TopicPartition trail;

    /** Of the day that is read: rows by user, and where the trail goes on. */
    private final Map<String, Long> rows = new HashMap<>();
    private LocalDate read;
    private long next;

    NotedExports(Consumers consumers, TrailProperties properties) {
        this.consumers = consumers;
        this.trail = new TopicPartition(properties.topics().trail(), 0);
    }

    /** @throws ProblemException 503 when the trail cannot be read */
    synchronized long rows(String user, LocalDate day) {
        try (Consumer<String, byte[]> consumer = consumers.single("reporting-exports")) {
            consumer.assign(List.of(trail));
            long end = consumer.endOffsets(List.of(trail), PATIENCE).get(trail);
            if (!day.equals(read)) {
                rows.clear();
                next = startOf(day, consumer, end);
                read = day;
            }
            consumer.seek(trail, next);
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (next < end) {
                if (System.nanoTime() > until) {
                    throw ProblemException.unavailable(RETRY, "unavailable");
                }
                consumer.poll(PATIENCE).forEach(message -> TrailMessages.read(message).ifPresent(this::count));
                next = consumer.position(trail, PATIENCE);
            }
        } catch (KafkaException unreachable) {
            throw ProblemException.unavailable(RETRY, "unavailable");
        }
        return rows.getOrDefault(user, 0L);
    }

    private long startOf(LocalDate day, Consumer<String, byte[]> consumer, long end) {
        OffsetAndTimestamp first = consumer.offsetsForTimes(
                Map.of(trail, day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()), PATIENCE).get(trail);
        return first == null ? end : first.offset();
    }

    private void count(TrailEntry entry) {
        if (entry.action().equals(TrailAction.EXPORTED.name()) && entry.details().containsKey(ROWS)
                && LocalDate.ofInstant(entry.at(), ZoneOffset.UTC).equals(read)) {
            rows.merge(entry.who(), Long.parseLong(entry.details().get(ROWS)), Long::sum);
        }
    }
}
