package io.rapport.reporting.freshness;

import io.rapport.reporting.intake.IntakeListener;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes indexed documents visible to searches: at once when the index has been left alone for a while, else again and
 * again while documents keep coming, and at once for a read that carries a consistency token. Apart from such reads, at
 * most a tenth of the time is spent refreshing: a quiet index is fresh within 50 ms, a busy one within a second.
 */
@Component
class IndexRefresher implements IntakeListener, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexRefresher.class);
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int PAUSE_FOR_EACH_REFRESH = 10;

    private static final class State {

        private final ReentrantLock lock = new ReentrantLock();
        private final AtomicBoolean due = new AtomicBoolean();
        private volatile long pauseNanos = SHORTEST_PAUSE_NANOS;
        private volatile long begunNanos = System.nanoTime() - SHORTEST_PAUSE_NANOS;
    }

    private final SearchIndex index;
    private final Map<RecordKind, State> states = new EnumMap<>(RecordKind.class);
    private ScheduledExecutorService timer;

    IndexRefresher(SearchIndex index) {
        this.index = index;
        for (RecordKind kind : RecordKind.allListed()) {
            states.put(kind, new State());
        }
    }

    @Override
    public void documentsStored(Collection<? extends RecordDocument> documents) {
        // Searches do not see MongoDB.
    }

    @Override
    public void documentsIndexed(Collection<? extends RecordDocument> documents) {
        documents.stream().map(RecordDocument::recordKind).distinct().forEach(kind -> {
            State state = states.get(kind);
            schedule(kind, Math.max(0, state.begunNanos + state.pauseNanos - System.nanoTime()));
        });
    }

    @Override
    public void storageLost() {
        // Nothing is remembered here.
    }

    /**
     * Returns when everything indexed before {@code nanos} of {@link System#nanoTime()} is visible to searches. Several
     * callers share one refresh.
     *
     * @throws RuntimeException if the index cannot be reached
     */
    void ensureVisible(RecordKind kind, long nanos) {
        State state = states.get(kind);
        if (state.begunNanos - nanos > 0) {
            awaitRunning(state);
            return;
        }
        state.lock.lock();
        try {
            if (state.begunNanos - nanos <= 0) {
                refresh(kind, state);
            }
        } finally {
            state.lock.unlock();
        }
    }

    /** A refresh that has begun late enough may still be under way. */
    private static void awaitRunning(State state) {
        if (state.lock.isLocked()) {
            state.lock.lock();
            state.lock.unlock();
        }
    }

    private void refresh(RecordKind kind, State state) {
        long before = state.begunNanos;
        state.begunNanos = System.nanoTime();
        try {
            index.refresh(kind);
            state.pauseNanos = Math.clamp(PAUSE_FOR_EACH_REFRESH * (System.nanoTime() - state.begunNanos),
                    SHORTEST_PAUSE_NANOS, LONGEST_PAUSE_NANOS);
        } catch (RuntimeException unreachable) {
            state.begunNanos = before;
            throw unreachable;
        }
    }

    private synchronized void schedule(RecordKind kind, long waitNanos) {
        State state = states.get(kind);
        if (timer != null && state.due.compareAndSet(false, true)) {
            timer.schedule(() -> run(kind, state), waitNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void run(RecordKind kind, State state) {
        state.due.set(false);
        try {
            ensureVisible(kind, System.nanoTime());
        } catch (RuntimeException unreachable) {
            log.debug("The index cannot be refreshed", unreachable);
            schedule(kind, LONGEST_PAUSE_NANOS);
        }
    }

    @Override
    public synchronized void start() {
        timer = Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().name("index-refresh").factory());
    }

    @Override
    public synchronized void stop() {
        timer.shutdownNow();
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** Stands ready before the intake, which starts last. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
