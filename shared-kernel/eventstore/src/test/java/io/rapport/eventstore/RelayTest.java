package io.rapport.eventstore;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.event.RelayProgress;
import io.rapport.eventstore.note.NoteCommand.Reword;
import io.rapport.eventstore.note.NoteCommand.Write;
import io.rapport.eventstore.storage.StoredJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;

import static io.rapport.eventstore.PublicTopic.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@OnRealServers
class RelayTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final CommandContext CONTEXT = new CommandContext("zhangsan", "a reason: 因为", "request", "corr-1", TRACE);

    @Autowired Commands commands;
    @Autowired CommandBatch batch;
    @Autowired JdbcTemplate jdbc;
    @Autowired DataSource dataSource;
    @Autowired MeterRegistry metrics;
    @Autowired HealthIndicator relayHealthIndicator;
    @Value("${rapport.kafka.bootstrap-servers}") String kafka;
    @Value("${rapport.topic}") String topic;
    @Value("${rapport.topics.progress}") String progressTopic;

    @Test
    void everyEventBecomesAPublicEventInOrder() {
        String id = write();
        commands.execute(new Reword(id, 0L, "second"), CONTEXT);
        batch.execute(List.of(new BatchItem(new Reword(id, null, "third"), CONTEXT),
                new BatchItem(new Reword(id, null, "fourth"), CONTEXT)));

        List<ConsumerRecord<String, byte[]>> messages = messages(id, 4);

        assertThat(messages).extracting(message -> header(message, "ce_sequence")).containsExactly("1", "2", "3", "4");
        ConsumerRecord<String, byte[]> first = messages.getFirst();
        assertThat(header(first, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(first, "ce_type")).isEqualTo("note.written.v1");
        assertThat(header(first, "ce_source")).isEqualTo("note-service");
        assertThat(header(first, "ce_subject")).isEqualTo(id);
        assertThat(header(first, "ce_actor")).isEqualTo("zhangsan");
        assertThat(header(first, "ce_reason")).isEqualTo("a reason: 因为");
        assertThat(header(first, "ce_correlationid")).isEqualTo("corr-1");
        assertThat(header(first, "ce_causationid")).isNotBlank();
        assertThat(header(first, "ce_traceparent")).isEqualTo(TRACE);
        assertThat(header(first, "ce_origin")).isEqualTo("request");
        assertThat(header(first, "traceparent")).isEqualTo(TRACE);
        assertThat(header(first, "content-type")).isEqualTo("application/json");
        assertThat(Instant.parse(header(first, "ce_time"))).isBefore(Instant.now());
        assertThat(header(first, "ce_id")).isEqualTo(jdbc.queryForObject("""
                SELECT event_identifier FROM domain_event WHERE aggregate_identifier = ? AND sequence_number = 0
                """, String.class, id));
        assertThat(new String(first.value(), StandardCharsets.UTF_8))
                .contains("\"price\":\"7.00\"", "\"at\":\"2026-01-02T03:04:05.678901Z\"");
    }

    @Test
    void anEventThatCommitsLateIsStillRelayed() throws Exception {
        String slow = RecordIds.next();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("""
                    INSERT INTO domain_event (aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                        payload_type, payload_revision, payload, meta_data)
                    VALUES (?, 0, 'note', ?, ?, 'note.written', '2', convert_to(?, 'UTF8'), convert_to('{}', 'UTF8'))""")) {
                insert.setString(1, slow);
                insert.setString(2, "event of " + slow);
                insert.setString(3, Instant.now().toString());
                insert.setString(4, "{\"id\":\"" + slow + "\",\"number\":\"N\",\"text\":\"slow\"}");
                insert.executeUpdate();
            }
            String fast = write();
            messages(fast, 1);
            connection.commit();
        }

        assertThat(messages(slow, 1)).hasSize(1);
    }

    @Test
    void saysHowFarItIsAlsoWhenNothingHappens() {
        try (PublicTopic progress = new PublicTopic(kafka, progressTopic)) {
            List<ConsumerRecord<String, byte[]>> said = progress.await("note-service", 3);
            RelayProgress last = StoredJson.mapper().readValue(said.getLast().value(), RelayProgress.class);

            assertThat(last.service()).isEqualTo("note-service");
            assertThat(last.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        }
    }

    @Test
    void tellsHowItIsDoing() {
        messages(write(), 1);

        await().untilAsserted(() -> {
            assertThat(metrics.get("rapport.relay.lag.events").gauge().value()).isZero();
            assertThat(metrics.get("rapport.relay.lag.millis").gauge().value()).isZero();
        });
        assertThat(metrics.get("rapport.relay.events").counter().count()).isPositive();
        assertThat(metrics.get("rapport.command").tag("command", "Write").tag("result", "accepted").timer().count())
                .isPositive();
        assertThat(relayHealthIndicator.health().getDetails()).containsEntry("backlogEvents", 0L);
    }

    private String write() {
        String id = RecordIds.next();
        commands.execute(new Write(id, "N-" + id, "first", new BigDecimal("7.00")), CONTEXT);
        return id;
    }

    private List<ConsumerRecord<String, byte[]>> messages(String id, int count) {
        try (PublicTopic messages = new PublicTopic(kafka, topic)) {
            return messages.await(id, count);
        }
    }
}
