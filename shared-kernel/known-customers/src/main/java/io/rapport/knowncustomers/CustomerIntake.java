package io.rapport.knowncustomers;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The thread that fills the replica. Every process reads all partitions, from where the tables stand: what another has
 * read already changes nothing.
 */
final class CustomerIntake implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerIntake.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final KnownCustomersProperties properties;
    private final String service;
    private final KnownCustomerTable table;
    private final TransactionTemplate transaction;
    private volatile boolean filled;
    private volatile CountDownLatch stopping;
    private volatile Consumer<String, byte[]> open;
    private Thread thread;

    CustomerIntake(KnownCustomersProperties properties, String service, KnownCustomerTable table,
                   TransactionTemplate transaction) {
        this.properties = properties;
        this.service = service;
        this.table = table;
        this.transaction = transaction;
    }

    /** Whether everything that the topic held when reading began is in the tables. */
    boolean isFilled() {
        return filled;
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("known-customers").daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
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
        for (boolean said = false; !stopped(); ) {
            try (Consumer<String, byte[]> consumer = consumer()) {
                open = consumer;
                Map<TopicPartition, Long> ends = begin(consumer);
                said = false;
                while (!stopped()) {
                    take(consumer.poll(POLL));
                    filled = filled || ends.entrySet().stream()
                            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                }
            } catch (WakeupException _) {
                // The loop's condition tells why.
            } catch (RuntimeException failure) {
                if (!said && !stopped()) {
                    LOG.warn("Customers cannot be read now, trying until they can: {}", failure.toString());
                    said = true;
                }
                pause();
            }
        }
    }

    private Map<TopicPartition, Long> begin(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(properties.topics().customer()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + properties.topics().customer() + " yet");
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<Integer, Long> positions = table.positions();
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            long next = positions.getOrDefault(partition.partition(), 0L);
            // A topic that is shorter than what was read is another one.
            consumer.seek(partition, next <= ends.get(partition) ? next : 0);
        }
        return ends;
    }

    private void take(ConsumerRecords<String, byte[]> polled) {
        if (polled.isEmpty()) {
            return;
        }
        List<CustomerMessage> messages = polled.partitions().stream()
                .flatMap(partition -> polled.records(partition).stream())
                .flatMap(message -> CustomerMessage.read(message).stream()).toList();
        Map<Integer, Long> positions = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : polled) {
            positions.merge(message.partition(), message.offset() + 1, Math::max);
        }
        transaction.executeWithoutResult(_ -> {
            store(messages);
            table.move(positions);
        });
    }

    /** Applies events that come in order for each customer. */
    void store(List<CustomerMessage> messages) {
        Set<String> ids = messages.stream().map(CustomerMessage::id).collect(Collectors.toSet());
        Map<String, KnownCustomer> before = table.find(ids);
        Map<String, KnownCustomer> after = new HashMap<>(before);
        Set<String> changed = new HashSet<>();
        for (CustomerMessage message : messages) {
            KnownCustomer known = after.get(message.id());
            KnownCustomer then = KnownCustomer.after(known, message.id(), message.type(), message.sequence(),
                    message.data());
            if (!Objects.equals(known, then)) {
                after.put(message.id(), then);
                changed.add(message.id());
            }
        }
        table.store(changed.stream().map(after::get).toList());
    }

    private void pause() {
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka().bootstrapServers(),
                ConsumerConfig.CLIENT_ID_CONFIG, service + "-known-customers",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000,
                ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false),
                new StringDeserializer(), new ByteArrayDeserializer());
    }
}
