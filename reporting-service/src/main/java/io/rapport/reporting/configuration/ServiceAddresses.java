package io.rapport.reporting.configuration;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the services that own records listen, for questions that only they can answer. */
@ConfigurationProperties("rapport.services")
public record ServiceAddresses(
        @DefaultValue("http://127.0.0.1:8081") URI customer,
        @DefaultValue("http://127.0.0.1:8082") URI contact,
        @DefaultValue("http://127.0.0.1:8083") URI interaction) {
}
