package io.rapport.topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.util.List;
import java.util.Map;

/**
 * What is done with the messages of a topic that a {@link TopicFollower} reads, on its thread. Whatever is thrown leads
 * to a pause and a new beginning.
 */
public interface TopicReader {

    /** Before each attempt to read, for example to make the topic where it may be missing. */
    default void prepare() {
    }

    /**
     * Where to begin, each time that reading begins.
     *
     * @param ends offset after the last message of each partition
     * @return offset of the first message wanted, of every partition
     */
    Map<Integer, Long> begin(Map<Integer, Long> ends);

    /**
     * Takes messages, those of one partition in their order.
     *
     * @param messages at least one
     * @return where to go on instead of after them, by partition; empty as a rule
     */
    Map<Integer, Long> take(List<ConsumerRecord<String, byte[]>> messages);

    /** Everything has been taken that was there when reading began, this time. */
    default void caughtUp() {
    }
}
