package io.rapport.topics;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The thread that reads all partitions of a topic, from where its reader stands, and goes on reading: without a group,
 * so that every process has everything. It waits for a topic that is not there yet. Whatever fails is repeated from
 * where the reader stands then, after a pause.
 */
public final class TopicFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MOST_AT_ONCE = 2_000;

    private final Source source;
    private final TopicReader reader;
    private volatile boolean caughtUp;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile Consumer<String, byte[]> open;
    private Thread thread;
    /** Of the thread alone. */
    private boolean troubled;

    /**
     * What is read.
     *
     * @param bootstrapServers addresses of some brokers, separated by commas
     * @param topic            name of the topic
     * @param client           who reads, for thread, broker and log, for example {@code known-customers}
     */
    public record Source(String bootstrapServers, String topic, String client) {
    }

    public TopicFollower(Source source, TopicReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /** Whether everything that the topic held when reading first began has been taken; stays so. */
    public boolean hasCaughtUp() {
        return caughtUp;
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name(source.client()).daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        stopping.countDown();
        Consumer<String, byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(STOP);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void run() {
        while (!stopped()) {
            try {
                reader.prepare();
                read();
            } catch (WakeupException _) {
                // The loop's condition tells why.
            } catch (RuntimeException failure) {
                if (!troubled && !stopped()) {
                    LOG.warn("{} cannot be taken in by {} now, trying until it can: {}", source.topic(), source.client(),
                            failure.toString());
                    troubled = true;
                }
                pause();
            }
        }
    }

    private void read() {
        try (Consumer<String, byte[]> consumer = consumer()) {
            open = consumer;
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seek(consumer, reader.begin(byNumber(ends)));
            if (troubled) {
                LOG.info("{} is taken in by {} again", source.topic(), source.client());
                troubled = false;
            }
            follow(consumer, ends);
        } finally {
            open = null;
        }
    }

    private void follow(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        for (boolean behind = true; !stopped(); ) {
            if (behind && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                reader.caughtUp();
                behind = false;
                caughtUp = true;
            }
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            if (!polled.isEmpty()) {
                seek(consumer, reader.take(polled.partitions().stream()
                        .flatMap(partition -> polled.records(partition).stream()).toList()));
            }
        }
    }

    /** Asked of all topics: of one that is missing the client would warn each time. */
    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        for (boolean said = false; ; pause()) {
            List<PartitionInfo> infos = consumer.listTopics().get(source.topic());
            if (infos != null && !infos.isEmpty()) {
                return infos.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            }
            if (stopped()) {
                throw new WakeupException();
            }
            if (!said) {
                LOG.info("{} waits for the topic {}, which whoever writes to it makes", source.client(), source.topic());
                said = true;
            }
        }
    }

    private void seek(Consumer<String, byte[]> consumer, Map<Integer, Long> offsets) {
        offsets.forEach((partition, offset) -> consumer.seek(new TopicPartition(source.topic(), partition), offset));
    }

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .collect(Collectors.toMap(offset -> offset.getKey().partition(), Map.Entry::getValue));
    }

    private void pause() {
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(Map.ofEntries(
                Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, source.bootstrapServers()),
                Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, source.client()),
                Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE),
                Map.entry(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000),
                Map.entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS),
                Map.entry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS),
                Map.entry(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false)),
                new StringDeserializer(), new ByteArrayDeserializer());
    }
}
