package io.rapport.eventstore.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the public events of a command service go.
 *
 * @param kafka           how to reach Kafka
 * @param topic           topic of the service's public events
 * @param topicPartitions partitions of the topic if it has to be created; events of one record stay in one partition
 * @param topics          topics shared with other services
 */
@ConfigurationProperties("rapport")
public record RelayProperties(
        @DefaultValue Kafka kafka,
        String topic,
        @DefaultValue("12") int topicPartitions,
        @DefaultValue SharedTopics topics) {

    /** @param bootstrapServers addresses of some brokers, separated by commas */
    public record Kafka(@DefaultValue("127.0.0.1:9092") String bootstrapServers) {
    }

    /** @param progress topic in which each relay says how far it is */
    public record SharedTopics(@DefaultValue(io.rapport.contracts.event.Topics.PROGRESS) String progress) {
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
