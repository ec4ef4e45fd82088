package io.rapport.reporting.freshness;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.intake.Derivations;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import io.rapport.reporting.intake.SearchIndex;
import io.rapport.web.problem.ProblemException;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Waits on what this instance stores itself, and asks the storage now and then for what other instances store. A write
 * to a kind of record that is not read here is not waited for.
 */
@Component
class ReadGate implements ConsistencyGate {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long ASK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final RecentWrites recent;
    private final RecordStore store;
    private final SearchIndex index;
    private final IndexRefresher refresher;
    private final Derivations derivations;
    private final Timer waited;
    private final MeterRegistry registry;

    ReadGate(RecentWrites recent, RecordStore store, SearchIndex index, IndexRefresher refresher,
            Derivations derivations, MeterRegistry registry) {
        this.recent = recent;
        this.store = store;
        this.index = index;
        this.refresher = refresher;
        this.derivations = derivations;
        this.registry = registry;
        this.waited = Timer.builder("rapport.read.consistency.wait")
                .description("Time a read with consistency tokens waited for them").publishPercentileHistogram()
                .register(registry);
    }

    /** Whether a write can be read; may look no further than memory. */
    @FunctionalInterface
    private interface Seen {

        boolean test(RecordKind kind, ConsistencyToken write, boolean askStorage);
    }

    @Override
    public void awaitDocuments(RecordKind kind, Collection<ConsistencyToken> writes) {
        await(writes, (writtenKind, write, ask) -> derivations.follows(kind, writtenKind)
                ? indexed(writtenKind, write, ask) : stored(writtenKind, write, ask));
    }

    @Override
    public void awaitSearch(RecordKind kind, Collection<ConsistencyToken> writes) {
        if (writes.isEmpty()) {
            return;
        }
        await(writes, (writtenKind, write, ask) ->
                concerns(kind, writtenKind) ? indexed(writtenKind, write, ask) : stored(writtenKind, write, ask));
        writes.stream()
                .flatMap(write -> RecordKind.of(write.kind()).filter(written -> concerns(kind, written))
                        .map(written -> recent.indexed(written, write.recordId())).stream())
                .mapToLong(found -> found == null ? System.nanoTime() : found.atNanos())
                .forEach(nanos -> refresher.ensureVisible(kind, nanos));
    }

    /** A record is in the index after all that follows from it. */
    private boolean concerns(RecordKind listed, RecordKind written) {
        return written == listed || derivations.follows(listed, written);
    }

    private void await(Collection<ConsistencyToken> writes, Seen seen) {
        if (writes.isEmpty()) {
            return;
        }
        long begun = System.nanoTime();
        List<ConsistencyToken> pending = new ArrayList<>(writes);
        pending.removeIf(write -> RecordKind.of(write.kind()).isEmpty());
        try {
            long nextAsk = begun;
            while (true) {
                long rings = recent.rings();
                boolean ask = System.nanoTime() - nextAsk >= 0;
                pending.removeIf(write -> seen.test(RecordKind.of(write.kind()).orElseThrow(), write, ask));
                if (pending.isEmpty()) {
                    return;
                }
                if (ask) {
                    nextAsk = System.nanoTime() + ASK_EVERY_NANOS;
                }
                long left = begun + LONGEST.toNanos() - System.nanoTime();
                if (left <= 0) {
                    registry.counter("rapport.read.consistency.missed").increment();
                    throw notYetVisible();
                }
                recent.awaitNews(rings, Math.min(left, nextAsk - System.nanoTime()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw notYetVisible();
        } finally {
            waited.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private static ProblemException notYetVisible() {
        return ProblemException.unavailable(RETRY, "write-not-visible-yet");
    }

    private boolean stored(RecordKind kind, ConsistencyToken write, boolean ask) {
        return recent.storedVersion(kind, write.recordId()) >= write.sequence()
                || ask && store.versionOf(kind, write.recordId()) >= write.sequence();
    }

    private boolean indexed(RecordKind kind, ConsistencyToken write, boolean ask) {
        RecentWrites.Indexed known = recent.indexed(kind, write.recordId());
        if (known != null && known.version() >= write.sequence()) {
            return true;
        }
        if (ask) {
            long version = index.versionOf(kind, write.recordId());
            if (version >= write.sequence()) {
                recent.noteIndexed(kind, write.recordId(), new RecentWrites.Indexed(version, System.nanoTime()));
                return true;
            }
        }
        return false;
    }
}
