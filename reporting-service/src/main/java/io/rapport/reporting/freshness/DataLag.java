package io.rapport.reporting.freshness;

import io.rapport.reporting.intake.IntakeLag;
import org.springframework.stereotype.Component;

import java.time.Instant;

/** How far the read models are behind the event stores of the command services. */
@Component
public class DataLag {

    private final IntakeLag intake;
    private final RelayBacklog relays;

    DataLag(IntakeLag intake, RelayBacklog relays) {
        this.intake = intake;
        this.relays = relays;
    }

    /** Milliseconds by which an answer given now may be behind: what the relays hold back and what waits in Kafka. */
    public long millis() {
        return intake.millis() + relays.millis(Instant.now());
    }
}
