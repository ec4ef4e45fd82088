package io.rapport.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.fail;

/** Reads a topic from its beginning, as another system would. */
public final class PublicTopic implements AutoCloseable {

    private final Consumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public PublicTopic(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers, "enable.metrics.push", false),
                new StringDeserializer(), new ByteArrayDeserializer());
        // The relay makes its topic when it starts, and brokers hear of it one after the other.
        List<TopicPartition> partitions = Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30))
                .until(() -> consumer.partitionsFor(topic), found -> !found.isEmpty()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits for the first so many messages with this key, in the order they arrive. */
    public List<ConsumerRecord<String, byte[]>> await(String key, int count) {
        return await(message -> key.equals(message.key()), count);
    }

    public List<ConsumerRecord<String, byte[]>> await(Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (seen.stream().filter(wanted).count() < count) {
            if (System.nanoTime() > end) {
                fail("only %d of %d messages arrived", seen.stream().filter(wanted).count(), count);
            }
            consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        }
        return seen.stream().filter(wanted).toList();
    }

    public static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
