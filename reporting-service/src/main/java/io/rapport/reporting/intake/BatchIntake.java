package io.rapport.reporting.intake;

import io.rapport.contracts.event.EventEnvelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes one batch of Kafka records into the read models: folds them record by record, stores the documents, parks what
 * cannot be folded, and fills the search index. May be repeated with the same records at any time.
 */
@Component
class BatchIntake {

    private static final Logger log = LoggerFactory.getLogger(BatchIntake.class);

    private final Map<RecordKind, ReadModel<?>> models = new EnumMap<>(RecordKind.class);
    private final RecordStore store;
    private final ChangeLog changeLog;
    private final SearchIndex index;
    private final Derivations derivations;
    private final DeadLetterStore deadLetters;
    private final HistoryReader history;
    private final List<IntakeListener> listeners;
    private final IntakeMetrics metrics;
    private final EventSpans spans;
    private final Clock clock = Clock.systemUTC();

    BatchIntake(List<ReadModel<?>> models, RecordStore store, ChangeLog changeLog,
            SearchIndex index, Derivations derivations, DeadLetterStore deadLetters, HistoryReader history,
            List<IntakeListener> listeners, IntakeMetrics metrics, EventSpans spans) {
        models.forEach(model -> this.models.put(model.kind(), model));
        this.store = store;
        this.changeLog = changeLog;
        this.index = index;
        this.derivations = derivations;
        this.deadLetters = deadLetters;
        this.history = history;
        this.listeners = listeners;
        this.metrics = metrics;
        this.spans = spans;
    }

    /**
     * Returns when every document is stored in MongoDB and in the index, or was already newer there, and every event
     * that has to wait is parked.
     *
     * @param records in the order of their partitions
     * @param retried letters that are to be tried again; their records need no new event
     * @throws RuntimeException if MongoDB, the index or Kafka cannot be reached: repeat the whole batch later
     */
    void take(Iterable<ConsumerRecord<String, byte[]>> records, List<DeadLetter> retried) {
        Map<RecordKey, List<Arrival>> arrivals = new LinkedHashMap<>();
        LetterChanges changes = new LetterChanges(deadLetters, clock.instant());
        for (ConsumerRecord<String, byte[]> record : records) {
            read(record, arrivals, null, changes);
        }
        for (DeadLetter letter : retried) {
            if (letter.has(DeadLetter.Cause.UNREADABLE)) {
                read(letter.raw(), arrivals, letter, changes);
            } else {
                arrivals.computeIfAbsent(recordOf(letter), key -> new ArrayList<>());
            }
        }
        try (EventSpans.Open ignored = spans.open(arrivals.values())) {
            changes.load(arrivals.keySet());
            List<Change> folds = fold(arrivals, changes);
            storeChanges(folds);
            storeDocuments(folds);
            folds.forEach(fold -> changes.settle(fold.key(), fold.result().parked()));
            List<RecordDocument> stored = documents(folds);
            List<RecordDocument> derived = metrics.timed("derived", () -> derivations.update(stored));
            fillIndex(stored, derived, arrivals, changes);
            changes.apply();
        }
        metrics.parked(changes.parked());
    }

    /**
     * Goes on with what follows from earlier batches.
     *
     * @throws RuntimeException if MongoDB or the index cannot be reached: repeat later
     */
    void followUp() {
        metrics.timed("follow-up", () -> {
            derivations.followUp(derived -> {
                LetterChanges changes = new LetterChanges(deadLetters, clock.instant());
                fillIndex(derived, Map.of(), changes);
                changes.apply();
            });
            return null;
        });
    }

    /** One record of the batch and what the batch does to it. */
    private record Change(RecordKey key, RecordFold<?> result) {
    }

    private void read(ConsumerRecord<String, byte[]> raw, Map<RecordKey, List<Arrival>> arrivals, DeadLetter retried,
            LetterChanges changes) {
        try {
            EventEnvelope event = EventReader.read(raw);
            RecordKey.of(event).ifPresentOrElse(
                    key -> arrivals.computeIfAbsent(key, any -> new ArrayList<>()).add(new Arrival(event, raw)),
                    metrics::ofUnknownKind);
            if (retried != null) {
                changes.release(retried);
            }
        } catch (EventReader.Unreadable unreadable) {
            changes.unreadable(raw, retried, unreadable.getMessage());
        }
    }

    private static RecordKey keyOf(RecordDocument document) {
        return new RecordKey(document.recordKind(), document.id());
    }

    private static RecordKey recordOf(DeadLetter letter) {
        return new RecordKey(RecordKind.of(letter.kind()).orElseThrow(), letter.recordId());
    }

    private List<Change> fold(Map<RecordKey, List<Arrival>> arrivals, LetterChanges changes) {
        Map<RecordKey, RecordDocument> before = metrics.timed("load", () -> load(arrivals.keySet()));
        List<Change> folds = new ArrayList<>(arrivals.size());
        Set<RecordKey> newGaps = new HashSet<>();
        arrivals.forEach((key, fresh) -> {
            Change change = fold(key, before.get(key), fresh, changes.waiting(key));
            if (change.result().hasGap() && !changes.knowsGap(key)) {
                newGaps.add(key);
            }
            folds.add(change);
        });
        if (!newGaps.isEmpty()) {
            log.warn("{} records have a hole in their events: reading their history again", newGaps.size());
            Map<RecordKey, List<Arrival>> fromHistory = history.of(newGaps);
            folds.replaceAll(fold -> newGaps.contains(fold.key())
                    ? fold(fold.key(), before.get(fold.key()), fromHistory.getOrDefault(fold.key(), List.of()),
                            joined(arrivals.get(fold.key()), changes.waiting(fold.key())))
                    : fold);
        }
        folds.forEach(fold -> metrics.folded(fold.key().kind(), fold.result()));
        return folds;
    }

    private Change fold(RecordKey key, RecordDocument before, List<Arrival> fresh, List<Arrival> waiting) {
        return new Change(key, fold(models.get(key.kind()), before, joined(waiting, fresh)));
    }

    private static <D extends RecordDocument> RecordFold<D> fold(ReadModel<D> model, RecordDocument before,
            List<Arrival> candidates) {
        return RecordFold.of(model, model.documentType().cast(before), candidates);
    }

    private static List<Arrival> joined(List<Arrival> some, List<Arrival> more) {
        List<Arrival> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private Map<RecordKey, RecordDocument> load(Collection<RecordKey> keys) {
        Map<RecordKey, RecordDocument> documents = new HashMap<>();
        byKind(keys).forEach((kind, ids) -> store.load(kind, ids)
                .forEach((id, document) -> documents.put(new RecordKey(kind, id), document)));
        return documents;
    }

    private static Map<RecordKind, List<String>> byKind(Collection<RecordKey> keys) {
        Map<RecordKind, List<String>> ids = new EnumMap<>(RecordKind.class);
        keys.forEach(key -> ids.computeIfAbsent(key.kind(), kind -> new ArrayList<>()).add(key.id()));
        return ids;
    }

    /** Before the documents: an event that a document has seen is never folded again, and its changes are lost. */
    private void storeChanges(List<Change> folds) {
        Map<RecordKind, List<FoldedEvent>> steps = new EnumMap<>(RecordKind.class);
        for (Change fold : folds) {
            if (fold.result().folded() > 0) {
                steps.computeIfAbsent(fold.key().kind(), kind -> new ArrayList<>()).addAll(fold.result().steps());
            }
        }
        steps.forEach((kind, events) -> metrics.timed("changes", () -> {
            changeLog.store(kind, events);
            derivations.expect(kind, events);
            return null;
        }));
    }

    private void storeDocuments(List<Change> folds) {
        Map<RecordKind, List<RecordDocument>> changed = new EnumMap<>(RecordKind.class);
        for (Change fold : folds) {
            if (fold.result().folded() > 0) {
                changed.computeIfAbsent(fold.key().kind(), kind -> new ArrayList<>()).add(fold.result().document());
            }
        }
        changed.forEach((kind, documents) -> {
            metrics.timed("documents", () -> {
                store.store(kind, documents);
                return null;
            });
            listeners.forEach(listener -> listener.documentsStored(documents));
        });
    }

    /**
     * Also what a repeated batch leaves unchanged is told on and goes to the index: the first try may have ended
     * between MongoDB and there.
     */
    private static List<RecordDocument> documents(List<Change> folds) {
        List<RecordDocument> documents = new ArrayList<>(folds.size());
        for (Change fold : folds) {
            if (fold.key().kind().listed() && fold.result().document() != null) {
                documents.add(fold.result().document());
            }
        }
        return documents;
    }

    /** What follows from a record comes first: who finds the record in the index finds all of it. */
    private void fillIndex(List<RecordDocument> stored, List<RecordDocument> derived,
            Map<RecordKey, List<Arrival>> arrivals, LetterChanges changes) {
        Set<RecordKey> done = derived.stream().map(BatchIntake::keyOf).collect(Collectors.toSet());
        fillIndex(derived, arrivals, changes);
        fillIndex(stored.stream().filter(document -> !done.contains(keyOf(document))).toList(), arrivals, changes);
    }

    private void fillIndex(List<RecordDocument> documents, Map<RecordKey, List<Arrival>> arrivals,
            LetterChanges changes) {
        if (documents.isEmpty()) {
            return;
        }
        Map<String, String> refused = metrics.timed("index", () -> index.store(documents));
        for (RecordDocument document : documents) {
            RecordKey key = keyOf(document);
            changes.indexed(key, arrivals.getOrDefault(key, List.of()), refused.get(document.id()));
        }
        listeners.forEach(listener -> listener.documentsIndexed(documents));
    }
}
