package io.rapport.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long and for how many the gateway remembers who signed in.
 *
 * @param idle    how long a session lives in which nothing is asked
 * @param longest how long it lives at most: a working day
 * @param most    how many there are at once; the next one ends the oldest
 */
@ConfigurationProperties("rapport.sessions")
record SessionProperties(
        @DefaultValue("4h") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("5000") int most) {
}
