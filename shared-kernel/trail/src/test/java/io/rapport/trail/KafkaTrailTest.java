package io.rapport.trail;

import io.rapport.testing.Servers;
import io.rapport.web.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class KafkaTrailTest {

    private static final TrailEntry ENTRY =
            TrailEntry.of(TrailAction.EXPORTED, "zhangsan", "r1", "customer", List.of(), Map.of("rows", "7"));

    private KafkaTrail trail;

    @AfterEach
    void close() {
        trail.destroy();
    }

    @Test
    void anEntryIsNotedWhenTheTopicHasIt() {
        open(Servers.kafka());

        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            trail.record(ENTRY);
            return true;
        });
    }

    @Test
    void withoutKafkaNothingIsNotedAndNobodyWaitsForLong() {
        open("127.0.0.1:1");

        assertThatThrownBy(() -> trail.record(ENTRY)).isInstanceOf(TrailUnavailable.class)
                .cause().isInstanceOfSatisfying(ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        long begun = System.nanoTime();
        assertThatThrownBy(() -> trail.record(ENTRY)).isInstanceOf(TrailUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(500));
        trail.mention(ENTRY);
    }

    private void open(String kafka) {
        trail = new KafkaTrail(new TrailProperties(new TrailProperties.Kafka(kafka),
                new TrailProperties.SharedTopics("crm.trail.v1." + UUID.randomUUID())), "test-service");
        trail.afterPropertiesSet();
    }
}
