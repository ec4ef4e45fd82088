package io.rapport.eventstore.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that do not exist yet, and keeps trying while Kafka cannot be reached. */
final class TopicCreation {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final RelayProperties properties;

    TopicCreation(RelayProperties properties) {
        this.properties = properties;
    }

    /** Returns when all topics exist. */
    void untilDone() throws InterruptedException {
        Duration pause = Duration.ofMillis(500);
        for (boolean said = false; ; said = true) {
            try {
                create();
                return;
            } catch (ExecutionException | RuntimeException e) {
                if (!said) {
                    LOG.warn("Kafka at {} cannot be reached yet, trying until it can: {}",
                            properties.kafka().bootstrapServers(), e.getMessage());
                }
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void create() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka().bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4000,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false))) {
            // Everything that ever happened stays, so that a read model can be built anew at any time.
            create(admin, new NewTopic(properties.topic(), Optional.of(properties.topicPartitions()), Optional.empty())
                    .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")));
            create(admin, compacted(properties.topics().progress()));
            if (!properties.directoryKinds().isEmpty()) {
                create(admin, compacted(properties.topics().directory()));
            }
        }
    }

    private static NewTopic compacted(String topic) {
        return new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private static void create(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
