package io.rapport.eventstore.relay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Reads ahead one batch. Used by one thread, but {@link #committed()} is called by all. */
final class StoredEventStream implements BlockingStream<TrackedEventMessage<?>> {

    /** Commits within this time are read together: one query for each would take the database from the commands. */
    private static final long GATHER_MILLIS = 10;
    /** Other instances of the service commit too, and cannot call us. */
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final EventStorageEngine engine;
    private final int readBatch;
    private final ScheduledExecutorService scheduler;
    private final Consumer<StoredEventStream> onClose;
    private final Deque<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private final AtomicBoolean calling = new AtomicBoolean();
    private volatile boolean changed = true;
    private volatile Runnable callback = () -> { };
    private TrackingToken last;
    private long lastLook;

    StoredEventStream(EventStorageEngine engine, TrackingToken from, int readBatch, ScheduledExecutorService scheduler,
                      Consumer<StoredEventStream> onClose) {
        this.engine = engine;
        this.last = from;
        this.readBatch = readBatch;
        this.scheduler = scheduler;
        this.onClose = onClose;
    }

    void committed() {
        changed = true;
        if (calling.compareAndSet(false, true)) {
            try {
                scheduler.schedule(this::call, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException _) {
                // Stopping: what was committed is relayed after the next start.
            }
        }
    }

    private void call() {
        calling.set(false);
        callback.run();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.of(ready.peek()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable() {
        if (ready.isEmpty() && (changed || System.nanoTime() - lastLook > LOOK_EVERY_NANOS)) {
            read();
        }
        return !ready.isEmpty();
    }

    private void read() {
        changed = false;
        lastLook = System.nanoTime();
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(last, false)) {
            events.limit(readBatch).forEach(ready::add);
        }
        if (!ready.isEmpty()) {
            last = ready.getLast().trackingToken();
            // There may be more behind the batch.
            changed = true;
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (!hasNextAvailable()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        hasNextAvailable(Integer.MAX_VALUE, TimeUnit.SECONDS);
        return ready.remove();
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
