package io.rapport.eventstore.relay;

import io.rapport.contracts.event.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Set;

/**
 * Where the public events of a command service go.
 *
 * @param kafka           how to reach Kafka
 * @param topic           topic of the service's public events
 * @param topicPartitions partitions of the topic if it has to be created; events of one record stay in one partition
 * @param topics          topics shared with other services
 * @param directoryKinds  kinds of record that go to the directory's topic instead; each of their events holds the whole
 *                        record, so that the topic need keep only the last of each
 */
@ConfigurationProperties("rapport")
public record RelayProperties(
        @DefaultValue Kafka kafka,
        String topic,
        @DefaultValue("12") int topicPartitions,
        @DefaultValue SharedTopics topics,
        @DefaultValue Set<String> directoryKinds) {

    /** @param bootstrapServers addresses of some brokers, separated by commas */
    public record Kafka(@DefaultValue("127.0.0.1:9092") String bootstrapServers) {
    }

    /**
     * Both are compacted.
     *
     * @param progress  topic in which each relay says how far it is
     * @param directory topic of users, teams and rights
     */
    public record SharedTopics(@DefaultValue(Topics.PROGRESS) String progress,
                               @DefaultValue(Topics.DIRECTORY) String directory) {
    }

    /** Where the public events of a kind of record go. */
    String topicOf(String kind) {
        return directoryKinds.contains(kind) ? topics.directory() : topic;
    }

    /**
     * @throws IllegalArgumentException if no topic is given
     */
    public RelayProperties {
        if (topic == null || topic.isBlank()) {
            throw new IllegalArgumentException("rapport.topic is missing: the topic of this service's public events");
        }
    }
}
