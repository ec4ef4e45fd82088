package io.rapport.gateway.identity;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider that comes with the platform, for one machine.
 *
 * @param local         whether it runs
 * @param issuer        what its tokens name as their issuer: the address of this gateway
 * @param audience      what its tokens are for
 * @param keyFile       where its signing key is kept; made when absent
 * @param tokenLifetime how long an access token is good
 */
@ConfigurationProperties("rapport.identity")
record LocalIdentityProperties(
        @DefaultValue("false") boolean local,
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("rapport") String audience,
        Path keyFile,
        @DefaultValue("1h") Duration tokenLifetime) {
}
