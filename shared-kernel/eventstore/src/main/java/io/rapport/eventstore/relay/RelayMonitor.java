package io.rapport.eventstore.relay;

import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.rapport.contracts.event.RelayProgress;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the relay every second, tells the readers how far it is, and wakes it after a failure. */
final class RelayMonitor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RelayMonitor.class);
    private static final int LONGEST_PAUSE_SECONDS = 8;

    private final String service;
    private final String progressTopic;
    private final RelayProcessor processor;
    private final RelayState state;
    private final JdbcTemplate jdbc;
    private final Producer<String, byte[]> producer;
    private final JsonMapper json;
    private final ScheduledExecutorService scheduler;
    private final AtomicBoolean telling = new AtomicBoolean();
    private GapAwareTrackingToken position;
    private boolean relayed;
    private int pausedSeconds;
    private volatile ScheduledFuture<?> everySecond;

    RelayMonitor(String service, String progressTopic, RelayProcessor processor, RelayState state, JdbcTemplate jdbc,
                 Producer<String, byte[]> producer, JsonMapper json, ScheduledExecutorService scheduler) {
        this.service = service;
        this.progressTopic = progressTopic;
        this.processor = processor;
        this.state = state;
        this.jdbc = jdbc;
        this.producer = producer;
        this.json = json;
        this.scheduler = scheduler;
    }

    private void look() {
        try {
            RelayState.Failure failure = state.failure();
            if (processor.relays()) {
                relayed = true;
                position = processor.position();
            }
            wakeAfter(failure);
            if (relayed) {
                Instant now = Instant.now();
                state.backlog(Backlog.behind(position, jdbc));
                if (failure == null) {
                    tell(new RelayProgress(service, now, state.backlog().millis()));
                }
            }
        } catch (RuntimeException e) {
            LOG.debug("The relay cannot be looked at now", e);
        }
    }

    private void wakeAfter(RelayState.Failure failure) {
        boolean waits = failure != null && !processor.relays();
        pausedSeconds = waits ? pausedSeconds + 1 : 0;
        if (waits && pausedSeconds >= Math.min(LONGEST_PAUSE_SECONDS, failure.attempts())) {
            pausedSeconds = 0;
            processor.tryAgain();
        }
    }

    private void tell(RelayProgress progress) {
        if (telling.compareAndSet(false, true)) {
            byte[] value = json.writeValueAsBytes(progress);
            try {
                producer.send(new ProducerRecord<>(progressTopic, service, value), (_, _) -> telling.set(false));
            } catch (RuntimeException e) {
                telling.set(false);
                throw e;
            }
        }
    }

    @Override
    public int getPhase() {
        return processor.getPhase();
    }

    @Override
    public void start() {
        everySecond = scheduler.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        everySecond.cancel(false);
        everySecond = null;
    }

    @Override
    public boolean isRunning() {
        return everySecond != null;
    }
}
