package io.rapport.reporting.duplicates;

import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import io.rapport.reporting.rights.ArchivedFilter;
import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.search.catalogue.Catalogues;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.likeness.Traits;
import io.rapport.reporting.search.query.ListSnapshot;
import io.rapport.reporting.search.query.RecordLists;
import io.rapport.reporting.search.query.Selection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goes through all customers in the background, one sweep at a time, and keeps the likeliest pairs. */
@Component
class Sweeps implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Sweeps.class);

    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final int MOST_KEPT = 20_000;
    private static final int PORTION = 500;

    private final RecordLists lists;
    private final RecordStore store;
    private final DuplicatePairs pairs;
    private final Clock clock = Clock.systemUTC();
    private final AtomicReference<Thread> running = new AtomicReference<>();

    Sweeps(RecordLists lists, RecordStore store, DuplicatePairs pairs) {
        this.lists = lists;
        this.store = store;
        this.pairs = pairs;
    }

    private record Scored(Sweep.Pair pair, double score) {
    }

    boolean running() {
        return running.get() != null;
    }

    /** Begins a sweep unless one is under way. */
    void begin() {
        Thread sweep = Thread.ofPlatform().name("duplicates").daemon().priority(Thread.MIN_PRIORITY).unstarted(() -> {
            try {
                sweep();
            } catch (RuntimeException failed) {
                log.warn("The search for duplicates ends early: {}", failed.toString());
            } finally {
                running.set(null);
            }
        });
        if (running.compareAndSet(null, sweep)) {
            sweep.start();
        }
    }

    /** Begins a sweep where there was none for a while. */
    void beginWhenDue() {
        Instant due = clock.instant().minus(GOOD_FOR);
        if (!running() && pairs.swept().filter(swept -> swept.at().isAfter(due)).isEmpty()) {
            begin();
        }
    }

    private void sweep() {
        Instant start = clock.instant();
        Sweep sweep = new Sweep();
        readAll(Catalogues.of(RecordKind.CUSTOMER), sweep);
        List<Scored> found = new ArrayList<>();
        sweep.forEachPortion(PORTION, portion -> found.addAll(compare(portion)));
        List<Sweep.Pair> likeliest = found.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(MOST_KEPT).map(Scored::pair).toList();
        pairs.replace(likeliest, sweep.customers(), clock.instant());
        log.info("Found {} pairs of customers that may be one among {} in {} s", found.size(), sweep.customers(),
                Duration.between(start, clock.instant()).toSeconds());
    }

    private <D extends RecordDocument> void readAll(FieldCatalogue<D> customers, Sweep sweep) {
        Selection everybody =
                new Selection(null, null, Visibility.everything(RecordKind.CUSTOMER, ArchivedFilter.EXCLUDE));
        try (ListSnapshot<D> snapshot = lists.snapshot(customers, everybody, List.of())) {
            for (List<D> part = snapshot.next(); !part.isEmpty(); part = snapshot.next()) {
                part.stream().map(CustomerProfile.class::cast).filter(Duplicates::counts)
                        .forEach(customer -> sweep.add(Traits.of(customer)));
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("stopped");
                }
            }
        }
    }

    private List<Scored> compare(List<Sweep.Pair> portion) {
        Set<String> ids = portion.stream().flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toSet());
        Map<String, RecordDocument> customers = store.load(RecordKind.CUSTOMER, ids);
        List<Scored> scored = new ArrayList<>();
        for (Sweep.Pair pair : portion) {
            if (customers.get(pair.first()) instanceof CustomerProfile first
                    && customers.get(pair.second()) instanceof CustomerProfile second) {
                Duplicates.likeness(first, second, Duplicates.EVERYTHING)
                        .ifPresent(likeness -> scored.add(new Scored(pair, likeness.score())));
            }
        }
        return scored;
    }

    @Override
    public void destroy() {
        Thread sweep = running.get();
        if (sweep != null) {
            sweep.interrupt();
        }
    }
}
