package io.rapport.reporting.freshness;

import io.rapport.reporting.ReportingTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static org.awaitility.Awaitility.await;

class DataLagTest extends ReportingTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @AfterEach
    void forgetTheRelay() {
        publish(List.of(new ProducerRecord<>(topic("progress"), "customer-service", null)));
    }

    @Test
    void tellsWhatARelayHoldsBack() {
        tell(Instant.now(), 123_456);
        await().atMost(SOON).until(() -> lag() >= 123_456 && lag() < 200_000);

        tell(Instant.now(), 0);
        await().atMost(SOON).until(() -> lag() < 123_456);
    }

    @Test
    void countsTheSilenceOfARelay() {
        tell(Instant.now().minusSeconds(600), 0);

        await().atMost(SOON).until(() -> lag() >= 600_000);
    }

    private void tell(Instant at, long backlogMillis) {
        String json = "{\"service\":\"customer-service\",\"at\":\"" + at + "\",\"backlogMillis\":"
                + backlogMillis + "}";
        publish(List.of(new ProducerRecord<>(topic("progress"), "customer-service",
                json.getBytes(StandardCharsets.UTF_8))));
    }

    private long lag() {
        return Long.parseLong(get("/api/customers/none").header("Data-Lag").orElseThrow());
    }
}
