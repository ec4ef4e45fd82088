package io.rapport.reporting.intake;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which partitions this process reads and from where. Kafka assigns them; the offsets are those stored beside the
 * documents. A partition that is assigned but not claimed yet is paused.
 */
final class Ownership implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(Ownership.class);

    private final String generation = UUID.randomUUID().toString();
    private final Consumer<String, byte[]> consumer;
    private final ReadModelDefinition definition;
    private final IntakeOffsets offsets;
    private final SearchIndex index;
    private final IntakeStatus status;
    private final Runnable storageLost;
    private final Map<TopicPartition, Long> stored = new HashMap<>();
    private final Set<TopicPartition> unclaimed = new HashSet<>();
    private String indexName;

    Ownership(Consumer<String, byte[]> consumer, ReadModelDefinition definition, IntakeOffsets offsets,
            SearchIndex index, IntakeStatus status, Runnable storageLost) {
        this.consumer = consumer;
        this.definition = definition;
        this.offsets = offsets;
        this.index = index;
        this.status = status;
        this.storageLost = storageLost;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
        consumer.pause(added);
        unclaimed.addAll(added);
        if (added.isEmpty() && consumer.assignment().isEmpty()) {
            nothingToOwn();
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> gone) {
        gone.forEach(stored::remove);
        unclaimed.removeAll(gone);
        status.left(gone);
    }

    /** Everything there is to read is read by others, or does not exist yet. */
    void nothingToOwn() {
        status.claimed(Map.of(), Map.of());
    }

    boolean settled() {
        return unclaimed.isEmpty();
    }

    /** After a failure: reads on from the offsets stored, once they can be read. */
    void giveBack() {
        consumer.pause(consumer.assignment());
        unclaimed.addAll(consumer.assignment());
    }

    /**
     * Takes over what is assigned and not claimed: reads on from the offset stored, from 0 when there is none.
     *
     * @throws RuntimeException if MongoDB, the index or Kafka cannot be reached: nothing is claimed then
     */
    void claim() {
        definition.settle();
        indexName = index.identity();
        Map<TopicPartition, Long> claimed = new HashMap<>();
        for (TopicPartition partition : unclaimed) {
            claimed.put(partition, offsets.claim(partition, generation, indexName));
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(claimed.keySet());
        if (claimed.entrySet().stream().anyMatch(entry -> entry.getValue() < stored.getOrDefault(entry.getKey(), 0L))) {
            log.warn("The storage of the read models was lost: they are filled again from the first event on");
            status.startedOver();
            storageLost.run();
        }
        claimed.forEach(consumer::seek);
        consumer.resume(claimed.keySet());
        stored.putAll(claimed);
        unclaimed.clear();
        status.claimed(claimed, ends);
    }

    /** Asks the storage whether it still knows this owner; if not, everything has to be claimed anew. */
    boolean stillMine() {
        return keep(offsets.lost(consumer.assignment(), generation));
    }

    /**
     * Looks whether the index is still the one that was filled; if not, everything has to be claimed anew.
     *
     * @throws RuntimeException if the index cannot be reached
     */
    void checkIndex() {
        if (!index.identity().equals(indexName)) {
            giveBack();
        }
    }

    /** Moves the offsets behind these records; false when the storage does not know this owner any more. */
    boolean advance(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
        boolean kept = keep(offsets.store(next, generation));
        if (kept) {
            stored.putAll(next);
            status.advanced(next);
        }
        return kept;
    }

    private boolean keep(Set<TopicPartition> lost) {
        if (!lost.isEmpty()) {
            giveBack();
        }
        return lost.isEmpty();
    }
}
