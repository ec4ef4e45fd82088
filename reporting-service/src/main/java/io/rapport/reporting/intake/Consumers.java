package io.rapport.reporting.intake;

import io.rapport.reporting.configuration.KafkaProperties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;

/** Makes Kafka consumers that leave offsets to their user. */
@Component
public class Consumers {

    private static final int BATCH = 1000;

    private final KafkaProperties kafka;

    Consumers(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    /** A member of this service's group: partitions come by assignment. */
    Consumer<String, byte[]> member() {
        return with(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG, kafka.group(),
                ConsumerConfig.CLIENT_ID_CONFIG, "reporting-intake",
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName(),
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH,
                // A killed process frees its partitions after this long.
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000));
    }

    /** A reader on its own, for partitions that its user names. */
    public Consumer<String, byte[]> single(String clientId) {
        return with(Map.of(ConsumerConfig.CLIENT_ID_CONFIG, clientId, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH));
    }

    private Consumer<String, byte[]> with(Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(own);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A record is handed over as soon as it is there; the wait only bounds how long an idle fetch stays open.
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
