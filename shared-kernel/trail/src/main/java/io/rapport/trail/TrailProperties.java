package io.rapport.trail;

import io.rapport.contracts.event.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the trail is written. */
@ConfigurationProperties("rapport")
public record TrailProperties(@DefaultValue Kafka kafka, @DefaultValue SharedTopics topics) {

    /** @param bootstrapServers addresses of some brokers, separated by commas */
    public record Kafka(@DefaultValue("127.0.0.1:9092") String bootstrapServers) {
    }

    /** @param trail topic of one partition that keeps everything */
    public record SharedTopics(@DefaultValue(Topics.TRAIL) String trail) {
    }
}
