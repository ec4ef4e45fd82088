package io.rapport.eventstore.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells of the relay, but is always up: without Kafka commands are still recorded, and relayed later. */
final class RelayHealth implements HealthIndicator {

    private final RelayState state;

    RelayHealth(RelayState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up()
                .withDetail("backlogMillis", state.backlog().millis())
                .withDetail("backlogEvents", state.backlog().events());
        RelayState.Failure failure = state.failure();
        if (failure != null) {
            health.withDetail("failingSince", failure.since().toString())
                    .withDetail("failedAttempts", failure.attempts())
                    .withDetail("failure", failure.what());
        }
        return health.build();
    }
}
