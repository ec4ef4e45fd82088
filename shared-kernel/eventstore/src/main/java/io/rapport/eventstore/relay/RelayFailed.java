package io.rapport.eventstore.relay;

/** Kafka did not acknowledge. The events stay in the store and are sent again. */
final class RelayFailed extends RuntimeException {

    RelayFailed(int events, Throwable cause) {
        super("Kafka did not acknowledge " + events + " events: " + cause.getMessage(), cause);
    }
}
