package io.rapport.trail;

import io.rapport.testing.PublishedExamples;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrailMessagesTest {

    private static final TrailEntry SHOWN = new TrailEntry("7", Instant.parse("2026-11-22T08:00:00.120999Z"),
            "zhangsan", "CONTACT_DATA_SHOWN", "customer", List.of("0198c0de-0000-7000-8000-000000000001",
            "0198c0de-0000-7000-8000-000000000002"), Map.of("path", "list"), "5b1d0c7e");
    private static final TrailEntry SUM = new TrailEntry("8", Instant.parse("2026-11-22T08:01:00Z"), "lisi", "REFUSED",
            null, List.of(), Map.of("count", "4711"), null);

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsTheContract() {
        return new PublishedExamples<>("contracts/trail/v1",
                Map.of("trail.recorded.v1.example", SHOWN, "trail.recorded.v1.example-sum", SUM))
                .tests(_ -> TrailMessages.TYPE, TrailMessages.Data::of, JsonMapper.builder().build());
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(read(written(SHOWN))).contains(SHOWN);
        assertThat(read(written(SUM))).contains(SUM);
    }

    @Test
    void actionsAndFieldsOfLaterVersionsAreKept() {
        ProducerRecord<String, byte[]> later = written(SUM);
        byte[] data = """
                {"at":"2026-11-22T08:01:00Z","who":"lisi","action":"TELEPORTED","colour":"red"}"""
                .getBytes(StandardCharsets.UTF_8);

        assertThat(read(new ProducerRecord<>(later.topic(), null, later.key(), data, later.headers())))
                .hasValueSatisfying(entry -> assertThat(entry.action()).isEqualTo("TELEPORTED"));
    }

    @Test
    void whatIsNoEntryIsNotRead() {
        ProducerRecord<String, byte[]> entry = written(SUM);

        assertThat(read(new ProducerRecord<>("t", "k", new byte[] {1}))).isEmpty();
        assertThat(read(new ProducerRecord<>("t", null, "k", "{}".getBytes(StandardCharsets.UTF_8), entry.headers())))
                .isEmpty();
        assertThat(read(new ProducerRecord<>("t", null, "k", new byte[] {1}, entry.headers()))).isEmpty();
    }

    @Test
    void entriesAreBoundedAndNameRecordsOnly() {
        assertThat(TrailEntry.of(TrailAction.MERGED, "zhangsan", null, "customer",
                List.of("13800000001", "张三", "0198c0de-0000-7000-8000-000000000001", "user:zhangsan"), Map.of()).records())
                .containsExactly("0198c0de-0000-7000-8000-000000000001", "user:zhangsan");
        assertThatIllegalArgumentException().isThrownBy(() -> TrailEntry.of(TrailAction.MERGED, "zhangsan", null,
                "customer", Collections.nCopies(201, "0198c0de-0000-7000-8000-000000000001"), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> TrailEntry.of(TrailAction.MERGED, "zhangsan", null,
                "customer", List.of(), Map.of("reason", "x".repeat(501))));
    }

    private static ProducerRecord<String, byte[]> written(TrailEntry entry) {
        return TrailMessages.write("t", "customer-service", entry);
    }

    private static Optional<TrailEntry> read(ProducerRecord<String, byte[]> sent) {
        return TrailMessages.read(new ConsumerRecord<>(sent.topic(), 0, 7, 0, TimestampType.CREATE_TIME, 0, 0,
                sent.key(), sent.value(), sent.headers(), Optional.empty()));
    }
}
