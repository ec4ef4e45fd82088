package io.rapport.eventstore.relay;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the relay when its topics exist and stops it in the middle of nothing. */
final class RelayProcessor implements SmartLifecycle {

    static final String NAME = "relay";
    /** One segment is one order of all events; it sends tens of thousands a second, more than the store takes. */
    static final int SEGMENTS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(RelayProcessor.class);
    private static final int SEGMENT = 0;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PooledStreamingEventProcessor processor;
    private final TopicCreation topics;
    private volatile Thread starting;
    private volatile boolean started;

    RelayProcessor(PooledStreamingEventProcessor processor, TopicCreation topics) {
        this.processor = processor;
        this.topics = topics;
    }

    @Override
    public void start() {
        starting = Thread.ofVirtual().name("relay-start").start(this::startWhenReady);
    }

    private void startWhenReady() {
        try {
            topics.untilDone();
            startUntilDone();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void startUntilDone() throws InterruptedException {
        while (!started) {
            try {
                processor.start();
                started = true;
            } catch (RuntimeException e) {
                LOG.warn("The relay cannot start yet and tries again: {}", e.getMessage());
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Before the web server starts, and after it stopped: what the last requests record is still relayed. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        Thread starter = starting;
        starting = null;
        starter.interrupt();
        try {
            starter.join();
            if (started) {
                started = false;
                processor.shutdownAsync().get(15, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The relay did not stop by itself; it will resend what was not acknowledged", e);
        }
    }

    @Override
    public boolean isRunning() {
        return starting != null;
    }

    /** Whether this instance of the service is the one that relays. */
    boolean relays() {
        return processor.processingStatus().containsKey(SEGMENT);
    }

    /** The last event that is relayed; null when this instance does not relay, or has relayed nothing yet. */
    GapAwareTrackingToken position() {
        EventTrackerStatus status = processor.processingStatus().get(SEGMENT);
        return status == null || status.getTrackingToken() == null
                ? null
                : WrappedToken.unwrap(status.getTrackingToken(), GapAwareTrackingToken.class).orElse(null);
    }

    /** Tries again now, after a failure. Left alone, the processor would wait up to a minute. */
    void tryAgain() {
        if (started) {
            processor.claimSegment(SEGMENT);
        }
    }
}
