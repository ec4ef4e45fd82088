package io.rapport.reporting.intake;

import io.rapport.reporting.configuration.KafkaProperties;
import io.rapport.reporting.configuration.TopicsProperties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** The topics that are taken in: which service writes each, and what Kafka says of them. */
@Component
class IntakeTopics implements DisposableBean {

    private static final int TIMEOUT_MILLIS = 5_000;

    private final Map<RecordKind, String> names;
    private final String bootstrapServers;
    private Admin admin;

    IntakeTopics(TopicsProperties topics, KafkaProperties kafka) {
        this.names = Map.of(RecordKind.CUSTOMER, topics.customer(), RecordKind.OPPORTUNITY, topics.customer(),
                RecordKind.ORDER, topics.customer(), RecordKind.EXCHANGE_RATES, topics.customer(),
                RecordKind.CUSTOM_FIELD, topics.customer(), RecordKind.PIPELINE, topics.customer(),
                RecordKind.CONTACT, topics.contact(),
                RecordKind.INTERACTION, topics.interaction(), RecordKind.TASK, topics.interaction());
        this.bootstrapServers = kafka.bootstrapServers();
    }

    Set<String> names() {
        return Set.copyOf(names.values());
    }

    String topicOf(RecordKind kind) {
        return names.get(kind);
    }

    /**
     * Those of the topics that exist by now.
     *
     * @throws KafkaException if Kafka does not answer
     */
    Set<String> existing(Collection<String> wanted) {
        try {
            Set<String> existing = new HashSet<>(admin().listTopics().names().get());
            existing.retainAll(wanted);
            return existing;
        } catch (ExecutionException unreachable) {
            throw new KafkaException("Kafka does not tell its topics", unreachable.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", interrupted);
        }
    }

    /**
     * The offset after the last record of every partition of the topics that exist.
     *
     * @throws KafkaException if Kafka does not answer
     */
    Map<TopicPartition, Long> ends() {
        Set<String> existing = existing(names());
        if (existing.isEmpty()) {
            return Map.of();
        }
        try {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin().describeTopics(existing).allTopicNames().get().values().forEach(topic -> topic.partitions().forEach(
                    partition -> latest.put(new TopicPartition(topic.name(), partition.partition()),
                            OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            for (Map.Entry<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> end
                    : admin().listOffsets(latest).all().get().entrySet()) {
                ends.put(end.getKey(), end.getValue().offset());
            }
            return ends;
        } catch (ExecutionException unreachable) {
            throw new KafkaException("Kafka does not tell its offsets", unreachable.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", interrupted);
        }
    }

    /** Made on first use: Kafka may not have a name yet when this service starts. */
    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                    AdminClientConfig.CLIENT_ID_CONFIG, "reporting-intake-topics",
                    AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS));
        }
        return admin;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
