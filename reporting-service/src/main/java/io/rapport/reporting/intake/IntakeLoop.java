package io.rapport.reporting.intake;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The thread that reads the topics: polls a batch, has it taken in, then moves the offsets, until it is stopped.
 * Whatever fails is repeated, ever more slowly, from the offsets stored.
 */
@Component
class IntakeLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IntakeLoop.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CHORES = Duration.ofSeconds(1);
    private static final Duration INDEX_CHECK = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final int RETRIES_AT_ONCE = 200;

    private final Consumers consumers;
    private final IntakeTopics topics;
    private final ReadModelDefinition definition;
    private final IntakeOffsets offsets;
    private final SearchIndex index;
    private final BatchIntake batches;
    private final DeadLetterStore deadLetters;
    private final IntakeStatus status;
    private final IntakeMetrics metrics;
    private final List<IntakeListener> listeners;
    private final BackOff backOff = new BackOff();

    private volatile CountDownLatch stopping;
    private volatile Consumer<String, byte[]> consumer;
    private Thread thread;

    IntakeLoop(Consumers consumers, IntakeTopics topics, ReadModelDefinition definition, IntakeOffsets offsets,
            SearchIndex index, BatchIntake batches, DeadLetterStore deadLetters, IntakeStatus status,
            IntakeMetrics metrics, List<IntakeListener> listeners) {
        this.consumers = consumers;
        this.topics = topics;
        this.definition = definition;
        this.offsets = offsets;
        this.index = index;
        this.batches = batches;
        this.deadLetters = deadLetters;
        this.status = status;
        this.metrics = metrics;
        this.listeners = listeners;
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("intake").start(this::run);
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!stopped()) {
            try (Consumer<String, byte[]> opened = consumers.member()) {
                consumer = opened;
                new Turn(opened).run();
            } catch (WakeupException woken) {
                // The loop's condition tells why.
            } catch (RuntimeException | Error failure) {
                failed("Kafka", failure);
                pause(backOff.next());
            } finally {
                consumer = null;
            }
        }
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration wait) {
        try {
            stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(String where, Throwable failure) {
        boolean first = status.failed(where + " does not answer as it should");
        metrics.error(where.toLowerCase(Locale.ROOT));
        if (first) {
            log.warn("{} does not answer as it should; the intake waits and tries again", where, failure);
        } else {
            log.warn("{} still does not answer as it should: {}", where, failure.toString());
        }
    }

    /** From opening a consumer to losing it. */
    private final class Turn {

        private final Consumer<String, byte[]> consumer;
        private final Ownership ownership;
        private Set<String> subscribed = Set.of();
        private long nextChores = System.nanoTime();
        private long nextIndexCheck = System.nanoTime();

        Turn(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
            this.ownership = new Ownership(consumer, definition, offsets, index, status,
                    () -> listeners.forEach(IntakeListener::storageLost));
        }

        void run() {
            while (!stopped()) {
                boolean choresDue = System.nanoTime() >= nextChores;
                if (choresDue) {
                    nextChores = System.nanoTime() + CHORES.toNanos();
                    subscribe();
                }
                if (subscribed.isEmpty()) {
                    pause(POLL);
                    continue;
                }
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                try {
                    work(records, choresDue);
                } catch (WakeupException stop) {
                    throw stop;
                } catch (RuntimeException failure) {
                    failed(failure instanceof KafkaException ? "Kafka" : "Storage", failure);
                    ownership.giveBack();
                    backOff.start();
                }
            }
        }

        /** Topics are made by the services that write them, at their own time. */
        private void subscribe() {
            if (subscribed.size() == topics.names().size()) {
                return;
            }
            Set<String> existing = topics.existing(topics.names());
            if (!existing.equals(subscribed)) {
                subscribed = existing;
                consumer.subscribe(existing, ownership);
            }
            if (existing.isEmpty()) {
                ownership.nothingToOwn();
            }
        }

        private void work(ConsumerRecords<String, byte[]> records, boolean choresDue) {
            if (!ownership.settled()) {
                if (backOff.over()) {
                    ownership.claim();
                }
                return;
            }
            if (!records.isEmpty()) {
                take(records);
            }
            if (choresDue && ownership.stillMine()) {
                List<DeadLetter> retried = deadLetters.toRetry(consumer.assignment(), RETRIES_AT_ONCE);
                if (!retried.isEmpty()) {
                    batches.take(List.of(), retried);
                }
                batches.followUp();
                if (System.nanoTime() >= nextIndexCheck) {
                    nextIndexCheck = System.nanoTime() + INDEX_CHECK.toNanos();
                    ownership.checkIndex();
                }
                wentWell();
            }
        }

        private void take(ConsumerRecords<String, byte[]> records) {
            long begun = System.nanoTime();
            long oldest = Long.MAX_VALUE;
            for (ConsumerRecord<String, byte[]> record : records) {
                oldest = Math.min(oldest, record.timestamp());
            }
            status.inHand(oldest);
            // Asked before anything is written: into an empty storage every later event would look like a hole.
            if (ownership.stillMine()) {
                batches.take(records, List.of());
                if (ownership.advance(records)) {
                    wentWell();
                    metrics.batch(records.count(), Duration.ofNanos(System.nanoTime() - begun));
                }
            }
        }

        private void wentWell() {
            backOff.reset();
            status.handsEmpty();
            status.recovered();
        }
    }
}
