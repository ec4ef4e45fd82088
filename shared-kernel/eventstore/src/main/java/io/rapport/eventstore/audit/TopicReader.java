package io.rapport.eventstore.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a whole topic up to its present end. */
final class TopicReader {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final String bootstrapServers;
    private final String topic;

    TopicReader(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** One event as the topic has it; sequences count from 1. */
    record Message(String recordId, long sequence, String eventId) {
    }

    /** What the topic tells of each record. */
    Map<String, TopicRecord> read() {
        Map<String, TopicRecord> records = new HashMap<>();
        forEach(message -> records.computeIfAbsent(message.recordId(), _ -> new TopicRecord())
                .seen(message.sequence(), message.eventId()));
        return records;
    }

    /** The last event of each record: all that a compacted topic has to keep. */
    Map<String, Message> readLast() {
        Map<String, Message> last = new HashMap<>();
        forEach(message -> last.put(message.recordId(), message));
        return last;
    }

    private void forEach(Consumer<Message> visitor) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000,
                ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition())).toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Set<TopicPartition> open = new HashSet<>(partitions);
            while (!open.isEmpty()) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                    if (message.offset() < ends.get(new TopicPartition(topic, message.partition()))) {
                        visitor.accept(new Message(message.key(), Long.parseLong(header(message, "ce_sequence")),
                                header(message, "ce_id")));
                    }
                }
                open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
            }
        }
    }

    private String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException("message without " + name + " in " + topic + "-" + message.partition()
                    + " at " + message.offset());
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
