package io.rapport.reporting.intake;

import java.util.Collection;

/** Where the intake leaves what each event changed, before it stores the documents. */
public interface ChangeLog {

    /**
     * Keeps what these events did; may be told the same again at any time, in other portions, with the same result.
     * Returns when all is stored: as soon as the documents are stored too, nobody will ever tell it again.
     *
     * @param events of one kind of record
     * @throws RuntimeException if the storage cannot be reached: nothing may be assumed, repeat later
     */
    void store(RecordKind kind, Collection<FoldedEvent> events);
}
