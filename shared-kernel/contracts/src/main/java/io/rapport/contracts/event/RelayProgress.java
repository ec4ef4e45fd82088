package io.rapport.contracts.event;

import java.time.Instant;

/**
 * What a relay says of itself about once a second, so that a reader can tell how far a read model is behind the event
 * store and not only behind Kafka.
 *
 * @param service       name of the command service
 * @param at            when this was said
 * @param backlogMillis age of the oldest event that is stored but not yet acknowledged by Kafka; 0 when there is none
 */
public record RelayProgress(String service, Instant at, long backlogMillis) {
}
