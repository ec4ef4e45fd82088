package io.rapport.trail;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Creates the topic where it does not exist yet; keeps trying while Kafka cannot be reached. */
final class TrailTopic {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TrailProperties properties;

    TrailTopic(TrailProperties properties) {
        this.properties = properties;
    }

    void untilCreated() {
        try {
            while (!created()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka().bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4000,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2000,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false))) {
            // One partition is one order of all entries; nothing is ever dropped.
            admin.createTopics(List.of(new NewTopic(properties.topics().trail(), Optional.of(1), Optional.empty())
                    .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1"))))
                    .all().get();
            return true;
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof TopicExistsException;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }
}
