package io.rapport.knowncustomers;

import io.rapport.contracts.event.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;

/** Where customers are told of, and who owns them. */
@ConfigurationProperties("rapport")
public record KnownCustomersProperties(@DefaultValue Kafka kafka, @DefaultValue SharedTopics topics,
                                       @DefaultValue Services services) {

    /** @param bootstrapServers addresses of some brokers, separated by commas */
    public record Kafka(@DefaultValue("127.0.0.1:9092") String bootstrapServers) {
    }

    /** @param customer topic of the public events of customers */
    public record SharedTopics(@DefaultValue(Topics.CUSTOMER) String customer) {
    }

    /** @param customer address of the service that owns customers */
    public record Services(@DefaultValue("http://127.0.0.1:8081") URI customer) {
    }
}
