package io.rapport.rights.autoconfiguration;

import io.rapport.rights.Directory;
import io.rapport.rights.RightsTable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the directory of this moment in memory: reads the topic of definitions from its beginning and goes on reading.
 * Until it was read once, nobody is let in. While Kafka is away, what is known goes on to hold.
 */
public final class DirectoryFeed implements InitializingBean, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DirectoryFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** A service that cannot read it at first starts nevertheless, and lets nobody in. */
    private static final Duration FIRST_READ = Duration.ofSeconds(10);
    private static final int TIMEOUT_MILLIS = 5_000;

    private final String bootstrapServers;
    private final TopicPartition partition;
    private final RightsTable declared;
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Consumer<String, byte[]> consumer;
    private volatile Known known;
    private Thread thread;

    /** What is known at one moment. */
    public record Known(Directory directory, RightsTable table) {
    }

    DirectoryFeed(String bootstrapServers, String topic, RightsTable declared) {
        this.bootstrapServers = bootstrapServers;
        this.partition = new TopicPartition(topic, 0);
        this.declared = declared;
    }

    /** Empty until the topic was read once, and while the table of rights cannot be read. */
    public Optional<Known> known() {
        return Optional.ofNullable(known);
    }

    /** Reads while the rest of the service is put together. */
    @Override
    public void afterPropertiesSet() {
        thread = Thread.ofPlatform().name("directory").daemon().start(this::run);
    }

    @Override
    public void start() {
        try {
            if (!read.await(FIRST_READ.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Nobody is let in before the directory was read from {}", partition.topic());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before anything asks. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        boolean told = false;
        while (stopping.getCount() > 0) {
            try {
                ensureTopic();
                try (Consumer<String, byte[]> opened = open()) {
                    consumer = opened;
                    told = false;
                    follow(opened);
                }
            } catch (WakeupException stop) {
                // The loop's condition tells why.
            } catch (RuntimeException failure) {
                if (!told) {
                    log.warn("The directory cannot be read from Kafka at {}: {}", bootstrapServers, failure.toString());
                    told = true;
                }
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> opened) {
        opened.assign(List.of(partition));
        opened.seekToBeginning(List.of(partition));
        long end = opened.endOffsets(List.of(partition)).get(partition);
        DirectoryEvents events = new DirectoryEvents(declared);
        boolean caughtUp = false;
        while (stopping.getCount() > 0) {
            boolean wasCaughtUp = caughtUp;
            caughtUp = caughtUp || opened.position(partition) >= end;
            ConsumerRecords<String, byte[]> records =
                    caughtUp && !wasCaughtUp ? ConsumerRecords.empty() : opened.poll(POLL);
            records.forEach(record -> events.apply(record.key(), record.value()));
            if (caughtUp && (!wasCaughtUp || !records.isEmpty())) {
                Directory directory = events.directory();
                known = events.table().map(table -> new Known(directory, table)).orElse(null);
                read.countDown();
            }
        }
    }

    private Consumer<String, byte[]> open() {
        return new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG, "directory",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false),
                new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Whichever service comes first makes it: without it nobody could tell whether there is nothing to read. */
    private void ensureTopic() {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS - 1_000,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false))) {
            if (!admin.listTopics().names().get().contains(partition.topic())) {
                admin.createTopics(List.of(new NewTopic(partition.topic(), Optional.of(1), Optional.empty())
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))))
                        .all().get();
            }
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new KafkaException(failed.getCause());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", interrupted);
        }
    }

    private void pause() {
        try {
            stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
