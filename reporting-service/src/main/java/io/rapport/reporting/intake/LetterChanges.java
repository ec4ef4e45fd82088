package io.rapport.reporting.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one batch finds among the dead letters of its records, and what it leaves there. */
final class LetterChanges {

    private static final Logger log = LoggerFactory.getLogger(LetterChanges.class);

    private final DeadLetterStore store;
    private final Instant now;
    private final Map<String, DeadLetter> present = new HashMap<>();
    private final Map<RecordKey, List<DeadLetter>> byRecord = new HashMap<>();
    private final Map<String, DeadLetter> put = new LinkedHashMap<>();
    private final Set<String> remove = new HashSet<>();
    private int parked;

    LetterChanges(DeadLetterStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    void load(Collection<RecordKey> records) {
        for (DeadLetter letter : store.ofRecords(records)) {
            present.put(letter.id(), letter);
            RecordKey key = new RecordKey(RecordKind.of(letter.kind()).orElseThrow(), letter.recordId());
            byRecord.computeIfAbsent(key, record -> new ArrayList<>()).add(letter);
        }
    }

    /** The events of a record that wait. */
    List<Arrival> waiting(RecordKey record) {
        List<Arrival> waiting = new ArrayList<>();
        for (DeadLetter letter : byRecord.getOrDefault(record, List.of())) {
            if (!letter.has(DeadLetter.Cause.NOT_INDEXABLE)) {
                try {
                    waiting.add(new Arrival(EventReader.read(letter.raw()), letter.raw()));
                } catch (EventReader.Unreadable changedInStore) {
                    throw new IllegalStateException("dead letter " + letter.id() + " was readable before");
                }
            }
        }
        return waiting;
    }

    /** Whether the history of a record has been searched for the missing event before. */
    boolean knowsGap(RecordKey record) {
        return byRecord.getOrDefault(record, List.of()).stream()
                .anyMatch(letter -> letter.has(DeadLetter.Cause.GAP) && !letter.retry());
    }

    /** Leaves exactly these events of a record waiting. */
    void settle(RecordKey record, List<RecordFold.Parked> waiting) {
        Set<String> stay = new HashSet<>();
        for (RecordFold.Parked event : waiting) {
            DeadLetter letter = DeadLetter.of(record, event, now);
            stay.add(letter.id());
            put(letter);
        }
        for (DeadLetter letter : byRecord.getOrDefault(record, List.of())) {
            if (!letter.has(DeadLetter.Cause.NOT_INDEXABLE) && !stay.contains(letter.id())) {
                release(letter);
            }
        }
    }

    void unreadable(ConsumerRecord<String, byte[]> raw, DeadLetter retried, String detail) {
        if (retried != null) {
            present.put(retried.id(), retried);
        }
        put(DeadLetter.unreadable(raw, detail, now));
    }

    /**
     * @param arrivals the events that brought the document; may be empty
     * @param refused  why the index refuses the document; null when it has taken it
     */
    void indexed(RecordKey record, List<Arrival> arrivals, String refused) {
        DeadLetter known = present.get(DeadLetter.notIndexableId(record));
        if (refused == null) {
            if (known != null) {
                release(known);
            }
        } else if (known != null) {
            put(known);
        } else if (!arrivals.isEmpty()) {
            put(DeadLetter.notIndexable(record, arrivals.getLast(), refused, now));
        }
    }

    void release(DeadLetter letter) {
        remove.add(letter.id());
    }

    /** Letters that are new after {@link #apply()}. */
    int parked() {
        return parked;
    }

    void apply() {
        put.values().forEach(store::put);
        store.remove(remove);
    }

    private void put(DeadLetter letter) {
        DeadLetter known = present.get(letter.id());
        if (known == null) {
            parked++;
            log.warn("Parked {} of {}: {}, {}", letter.type(), letter.id(), letter.cause(), letter.detail());
            put.put(letter.id(), letter);
        } else if (known.retry() || !known.cause().equals(letter.cause())) {
            put.put(letter.id(), letter.after(known));
        }
    }
}
