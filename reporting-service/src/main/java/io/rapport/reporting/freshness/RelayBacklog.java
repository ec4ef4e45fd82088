package io.rapport.reporting.freshness;

import io.rapport.contracts.event.RelayProgress;
import io.rapport.reporting.configuration.TopicsProperties;
import io.rapport.reporting.intake.Consumers;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Listens to what the relays of the command services say of themselves. */
@Component
class RelayBacklog implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RelayBacklog.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Duration AGAIN = Duration.ofSeconds(1);
    /** Relays speak once a second; one that is silent for longer than this may be holding events back. */
    private static final long SILENCE_MILLIS = 5_000;

    private final Consumers consumers;
    private final String topic;
    private final Map<String, RelayProgress> latest = new ConcurrentHashMap<>();
    private volatile CountDownLatch stopping;
    private volatile Consumer<String, byte[]> consumer;
    private Thread thread;

    RelayBacklog(Consumers consumers, TopicsProperties topics) {
        this.consumers = consumers;
        this.topic = topics.progress();
    }

    /** The largest backlog that any relay has told or, by its silence, may have; in milliseconds. */
    long millis(Instant now) {
        return latest.values().stream().mapToLong(progress -> {
            long silence = Duration.between(progress.at(), now).toMillis();
            return Math.max(Math.max(0, progress.backlogMillis()), silence > SILENCE_MILLIS ? silence : 0);
        }).max().orElse(0);
    }

    private void run() {
        while (running()) {
            try (Consumer<String, byte[]> opened = consumers.single("reporting-relay-backlog")) {
                consumer = opened;
                listen(opened);
            } catch (WakeupException stopped) {
                // The loop's condition tells why.
            } catch (RuntimeException unreachable) {
                log.debug("Cannot listen to the relays", unreachable);
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void listen(Consumer<String, byte[]> opened) {
        List<PartitionInfo> partitions = opened.listTopics().get(topic);
        if (partitions == null) {
            pause();
            return;
        }
        List<TopicPartition> all = partitions.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
        opened.assign(all);
        opened.seekToBeginning(all);
        while (running()) {
            for (ConsumerRecord<String, byte[]> record : opened.poll(AGAIN)) {
                hear(record);
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            latest.remove(String.valueOf(record.key()));
            return;
        }
        try {
            RelayProgress progress = JSON.readValue(record.value(), RelayProgress.class);
            if (progress.service() != null && progress.at() != null) {
                latest.put(progress.service(), progress);
            }
        } catch (JacksonException unreadable) {
            log.debug("A relay's progress cannot be read");
        }
    }

    private boolean running() {
        return stopping.getCount() > 0;
    }

    private void pause() {
        try {
            stopping.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("relay-backlog").start(this::run);
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(AGAIN.multipliedBy(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
