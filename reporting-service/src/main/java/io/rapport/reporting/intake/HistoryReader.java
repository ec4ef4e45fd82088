package io.rapport.reporting.intake;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads all events of a few records out of the topics, which keep everything. Scans: for mending only. */
@Component
class HistoryReader {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Consumers consumers;
    private final IntakeTopics topics;

    HistoryReader(Consumers consumers, IntakeTopics topics) {
        this.consumers = consumers;
        this.topics = topics;
    }

    /**
     * Every readable event of these records that is in Kafka now.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka cannot be reached
     * @throws IllegalStateException                  if it takes longer than two minutes
     */
    Map<RecordKey, List<Arrival>> of(Collection<RecordKey> records) {
        Set<String> names = records.stream().map(record -> topics.topicOf(record.kind())).collect(Collectors.toSet());
        try (Consumer<String, byte[]> consumer = consumers.single("reporting-history")) {
            List<TopicPartition> partitions = names.stream().flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            return scan(consumer, ends, Set.copyOf(records));
        }
    }

    private Map<RecordKey, List<Arrival>> scan(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends,
            Set<RecordKey> wanted) {
        Set<String> ids = wanted.stream().map(RecordKey::id).collect(Collectors.toSet());
        Map<RecordKey, List<Arrival>> found = new HashMap<>();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("reading the history takes too long");
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (ids.contains(record.key())) {
                    try {
                        Arrival arrival = new Arrival(EventReader.read(record), record);
                        RecordKey.of(arrival.event()).filter(wanted::contains).ifPresent(key ->
                                found.computeIfAbsent(key, any -> new ArrayList<>()).add(arrival));
                    } catch (EventReader.Unreadable parkedOnItsOwn) {
                        // Became a dead letter when it was first read.
                    }
                }
            }
        }
        return found;
    }
}
