package io.rapport.trail;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes the trail to its topic. Acts of the same moment share a request to Kafka. */
final class KafkaTrail implements Trail, InitializingBean, DisposableBean {

    /** How long an act waits at most to be noted. */
    static final Duration PATIENCE = Duration.ofSeconds(2);
    /** After a failure nobody waits again for so long: reads that show less instead stay quick while Kafka is away. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTrail.class);

    private final TrailProperties properties;
    private final String service;
    private volatile Producer<String, byte[]> producer;
    private volatile long notBefore = System.nanoTime();
    private volatile boolean failing;
    private Thread creation;

    KafkaTrail(TrailProperties properties, String service) {
        this.properties = properties;
        this.service = service;
    }

    @Override
    public void afterPropertiesSet() {
        creation = Thread.ofVirtual().name("trail-topic").start(new TrailTopic(properties)::untilCreated);
    }

    @Override
    public void record(TrailEntry entry) {
        if (System.nanoTime() - notBefore < 0) {
            throw new TrailUnavailable();
        }
        try {
            producer().send(TrailMessages.write(properties.topics().trail(), service, entry))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (failing) {
                failing = false;
                LOG.info("The trail is written again");
            }
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            throw unavailable(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TrailUnavailable();
        }
    }

    @Override
    public void mention(TrailEntry entry) {
        if (System.nanoTime() - notBefore < 0) {
            return;
        }
        // Kafka's client may wait before it sends.
        Thread.startVirtualThread(() -> {
            try {
                producer().send(TrailMessages.write(properties.topics().trail(), service, entry));
            } catch (KafkaException failed) {
                unavailable(failed);
            }
        });
    }

    private TrailUnavailable unavailable(Exception failed) {
        notBefore = System.nanoTime() + PAUSE.toNanos();
        if (!failing) {
            failing = true;
            LOG.warn("The trail cannot be written; what must be noted is refused until it can: {}", failed.toString());
        }
        return new TrailUnavailable();
    }

    /** Made when first needed: a service starts without Kafka. */
    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> made = producer;
        if (made != null) {
            return made;
        }
        synchronized (this) {
            if (producer == null) {
                int millis = Math.toIntExact(PATIENCE.toMillis());
                producer = new KafkaProducer<>(Map.ofEntries(
                        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka().bootstrapServers()),
                        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, service + "-trail"),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis / 2),
                        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, millis / 2),
                        Map.entry(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false)),
                        new StringSerializer(), new ByteArraySerializer());
            }
            return producer;
        }
    }

    @Override
    public synchronized void destroy() {
        creation.interrupt();
        if (producer != null) {
            producer.close(PATIENCE);
        }
    }
}
