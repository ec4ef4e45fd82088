package io.rapport.rights.autoconfiguration;

import io.rapport.rights.Directory;
import io.rapport.rights.RightsTable;
import io.rapport.topics.TopicFollower;
import io.rapport.topics.TopicReader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps the directory of this moment in memory: reads the topic of definitions from its beginning and goes on reading.
 * Until it was read once, nobody is let in. While Kafka is away, what is known goes on to hold.
 */
public final class DirectoryFeed implements InitializingBean, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DirectoryFeed.class);
    /** A service that cannot read it at first starts nevertheless, and lets nobody in. */
    private static final Duration FIRST_READ = Duration.ofSeconds(10);
    private static final int TIMEOUT_MILLIS = 5_000;

    private final String bootstrapServers;
    private final String topic;
    private final RightsTable declared;
    private final TopicFollower follower;
    private final CountDownLatch read = new CountDownLatch(1);
    private volatile Known known;

    /** What is known at one moment. */
    public record Known(Directory directory, RightsTable table) {
    }

    DirectoryFeed(String bootstrapServers, String topic, RightsTable declared) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.declared = declared;
        this.follower = new TopicFollower(new TopicFollower.Source(bootstrapServers, topic, "directory"),
                new DirectoryReader());
    }

    /** Empty until the topic was read once, and while the table of rights cannot be read. */
    public Optional<Known> known() {
        return Optional.ofNullable(known);
    }

    /** Reads while the rest of the service is put together. */
    @Override
    public void afterPropertiesSet() {
        follower.start();
    }

    @Override
    public void start() {
        try {
            if (!read.await(FIRST_READ.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Nobody is let in before the directory was read from {}", topic);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }

    /** Before anything asks. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Reads all of it each time that reading begins: what is known meanwhile goes on to hold. */
    private final class DirectoryReader implements TopicReader {

        private DirectoryEvents events;
        private boolean caughtUp;

        @Override
        public void prepare() {
            ensureTopic();
        }

        @Override
        public Map<Integer, Long> begin(Map<Integer, Long> ends) {
            events = new DirectoryEvents(declared);
            caughtUp = false;
            return ends.keySet().stream().collect(Collectors.toMap(Function.identity(), _ -> 0L));
        }

        @Override
        public Map<Integer, Long> take(List<ConsumerRecord<String, byte[]>> messages) {
            messages.forEach(message -> events.apply(message.key(), message.value()));
            if (caughtUp) {
                publish();
            }
            return Map.of();
        }

        @Override
        public void caughtUp() {
            caughtUp = true;
            publish();
        }

        private void publish() {
            Directory directory = events.directory();
            known = events.table().map(table -> new Known(directory, table)).orElse(null);
            read.countDown();
        }
    }

    /** Whichever service comes first makes it: without it nobody could tell whether there is nothing to read. */
    private void ensureTopic() {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS - 1_000,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false))) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())
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
}
