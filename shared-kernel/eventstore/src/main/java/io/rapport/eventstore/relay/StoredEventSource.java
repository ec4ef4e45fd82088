package io.rapport.eventstore.relay;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;

import io.rapport.eventstore.storage.NotifyingEventStore;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Reads the store for the relay and calls it as soon as something was committed. Axon's own stream cannot call and is
 * asked twice a second, which would be the delay of every event.
 */
final class StoredEventSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final EventStorageEngine engine;
    private final ScheduledExecutorService scheduler;
    private final int readBatch;
    private final List<StoredEventStream> open = new CopyOnWriteArrayList<>();

    StoredEventSource(EventStorageEngine engine, NotifyingEventStore store, ScheduledExecutorService scheduler,
                      int readBatch) {
        this.engine = engine;
        this.scheduler = scheduler;
        this.readBatch = readBatch;
        store.onCommitted(() -> open.forEach(StoredEventStream::committed));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken trackingToken) {
        StoredEventStream stream = new StoredEventStream(engine, trackingToken, readBatch, scheduler, open::remove);
        open.add(stream);
        return stream;
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }
}
