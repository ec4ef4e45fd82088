package io.rapport.gateway.routing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where each service listens. */
@ConfigurationProperties("rapport.services")
record ServiceAddresses(
        @DefaultValue("http://127.0.0.1:8081") URI customer,
        @DefaultValue("http://127.0.0.1:8082") URI contact,
        @DefaultValue("http://127.0.0.1:8083") URI interaction,
        @DefaultValue("http://127.0.0.1:8084") URI reporting) {
}
