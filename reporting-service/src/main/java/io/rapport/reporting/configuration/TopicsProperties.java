package io.rapport.reporting.configuration;

import io.rapport.contracts.event.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The Kafka topics that are read. */
@ConfigurationProperties("rapport.topics")
public record TopicsProperties(
        @DefaultValue(Topics.CUSTOMER) String customer,
        @DefaultValue(Topics.CONTACT) String contact,
        @DefaultValue(Topics.INTERACTION) String interaction,
        @DefaultValue(Topics.PROGRESS) String progress) {
}
