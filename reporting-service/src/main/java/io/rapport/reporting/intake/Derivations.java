package io.rapport.reporting.intake;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What documents show that follows from other records than their own. */
public interface Derivations {

    /**
     * Notes what is about to be stored; may be told the same again, and in other portions. Whatever it notes is there
     * when the documents are.
     *
     * @param events of one kind of record
     * @throws RuntimeException if the storage cannot be reached: nothing may be assumed, repeat later
     */
    default void expect(RecordKind kind, Collection<FoldedEvent> events) {
    }

    /**
     * Brings what follows from these documents up to date, and stores it. They are stored already; may be told the
     * same again at any time, and has to be after whatever failed.
     *
     * @return complete documents for the index whose derived fields may have changed, and those of {@code stored} that
     *         derive anything, complete too: to be indexed before the rest of {@code stored}
     * @throws RuntimeException if the storage cannot be reached: nothing may be assumed, repeat later
     */
    List<RecordDocument> update(Collection<? extends RecordDocument> stored);

    /**
     * Goes on with what takes longer than one batch, for some seconds at most. Asked again and again, about once a
     * second.
     *
     * @param index takes complete documents, some hundreds at a time, and returns when they are in the index
     * @throws RuntimeException if the storage cannot be reached
     */
    void followUp(Consumer<List<RecordDocument>> index);

    /** Whether records of one kind show what follows from records of another. */
    boolean follows(RecordKind kind, RecordKind other);

    /** The document with what follows from other records, as answers show it. */
    <D extends RecordDocument> D complete(D document);
}
