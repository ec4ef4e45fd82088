package io.rapport.eventstore.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is stored and not yet acknowledged by Kafka.
 *
 * @param millis age of the oldest such event; 0 when there is none
 * @param events how many there are, at most
 */
record Backlog(long millis, long events) {

    static final Backlog NONE = new Backlog(0, 0);

    /** @param position how far the relay is; null for nowhere */
    static Backlog behind(GapAwareTrackingToken position, JdbcTemplate jdbc) {
        long index = position == null ? 0 : position.getIndex();
        Long[] gaps = position == null ? new Long[0] : position.getGaps().toArray(Long[]::new);
        List<String> oldest = jdbc.queryForList("""
                (SELECT time_stamp FROM domain_event WHERE global_index > ? ORDER BY global_index LIMIT 1)
                UNION ALL (SELECT time_stamp FROM domain_event WHERE global_index = ANY (?) ORDER BY global_index LIMIT 1)
                """, String.class, index, gaps);
        if (oldest.isEmpty()) {
            return NONE;
        }
        Instant since = oldest.stream().map(Instant::parse).min(Instant::compareTo).orElseThrow();
        Long newest = jdbc.queryForObject("SELECT max(global_index) FROM domain_event", Long.class);
        long events = newest == null ? 0 : Math.max(1, newest - index);
        return new Backlog(Math.max(0, Duration.between(since, Instant.now()).toMillis()), events);
    }
}
