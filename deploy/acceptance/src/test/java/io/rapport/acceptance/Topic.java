package io.rapport.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic as another system reads it: from the first event to the last, with nothing but a Kafka client. */
final class Topic {

    private final String bootstrap;
    private final String name;

    Topic(String bootstrap, String name) {
        this.bootstrap = bootstrap;
        this.name = name;
    }

    /** All events of one record, in the order of the topic. */
    List<ConsumerRecord<String, byte[]>> eventsOf(String recordId) {
        var events = new ArrayList<ConsumerRecord<String, byte[]>>();
        readAll(event -> {
            if (event.key().equals(recordId)) {
                events.add(event);
            }
        });
        return events;
    }

    /**
     * What the topic holds, in the form in which the event store tells it.
     *
     * @return number of records and SHA-256 over sorted lines {@code recordId:highestSequence}
     * @throws AssertionError if a record's sequences do not run from 1 without a gap
     */
    Digest digest() {
        return digest("");
    }

    /** What the topic holds of one kind of record, in the form in which the read models tell it. */
    Digest digestOf(String kind) {
        return digest(kind + '.');
    }

    private Digest digest(String beginningOfTypes) {
        Map<String, Set<Long>> sequences = new TreeMap<>();
        readAll(event -> {
            if (header(event, "ce_type").startsWith(beginningOfTypes)) {
                sequences.computeIfAbsent(event.key(), key -> new TreeSet<>())
                        .add(Long.parseLong(header(event, "ce_sequence")));
            }
        });
        var lines = new StringBuilder();
        sequences.forEach((record, seen) -> {
            long last = seen.stream().mapToLong(Long::longValue).max().orElseThrow();
            if (last != seen.size()) {
                throw new AssertionError("a hole in the topic: " + record + " " + seen);
            }
            lines.append(record).append(':').append(last).append('\n');
        });
        return new Digest(sequences.size(), sha256(lines.toString()));
    }

    /**
     * @param records number of records
     * @param sha256  in hex
     */
    record Digest(long records, String sha256) {
    }

    static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void readAll(Consumer<ConsumerRecord<String, byte[]>> consumer) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var kafka = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = kafka.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition())).toList();
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> kafka.position(partition) < ends.get(partition))) {
                kafka.poll(Duration.ofMillis(200)).forEach(consumer);
            }
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
