package io.rapport.customer.application.trail;

import io.rapport.customer.application.trail.KeptTrail.Arrival;
import io.rapport.trail.TrailMessages;
import io.rapport.trail.TrailProperties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The thread that keeps what services write to the trail. Whatever fails is repeated from where the tables stand. */
@Component
class TrailKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TrailKeeper.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final KeptTrail kept;
    private final TrailProperties properties;
    private final TopicPartition partition;
    private volatile boolean stopping;
    private volatile Consumer<String, byte[]> open;
    private Thread thread;

    TrailKeeper(KeptTrail kept, TrailProperties properties) {
        this.kept = kept;
        this.properties = properties;
        this.partition = new TopicPartition(properties.topics().trail(), 0);
    }

    @Override
    public synchronized void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("trail-keeper").daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        Consumer<String, byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        for (boolean said = false; !stopping; ) {
            try (Consumer<String, byte[]> consumer = TrailReader.open(properties.kafka().bootstrapServers())) {
                open = consumer;
                consumer.assign(List.of(partition));
                begin(consumer);
                said = false;
                while (!stopping) {
                    keep(consumer);
                }
            } catch (WakeupException _) {
                // The loop's condition tells why.
            } catch (RuntimeException failure) {
                if (!said && !stopping) {
                    LOG.warn("The trail cannot be kept now, trying until it can: {}", failure.toString());
                    said = true;
                }
                pause();
            }
        }
    }

    private void begin(Consumer<String, byte[]> consumer) {
        long next = kept.nextOffset();
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (end < next) {
            LOG.error("{} ends at {}, but was read up to {}: it lost messages or is another topic; reading all of it",
                    partition, end, next);
            kept.readAgain();
            next = 0;
        }
        consumer.seek(partition, next);
    }

    private void keep(Consumer<String, byte[]> consumer) {
        List<Arrival> arrivals = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
            var entry = TrailMessages.read(message);
            if (entry.isEmpty()) {
                LOG.warn("{} at {} is no entry of the trail", partition, message.offset());
            }
            arrivals.add(new Arrival(message.offset(), entry.orElse(null)));
        }
        if (arrivals.isEmpty()) {
            return;
        }
        long following = kept.add(arrivals);
        if (following != arrivals.getLast().offset() + 1) {
            consumer.seek(partition, following);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            // Stopped: the loop's condition tells.
        }
    }
}
