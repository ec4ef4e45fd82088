package io.rapport.reporting.intake;

import java.util.Collection;

/** Told by the intake, on its own thread, what has just become readable. Must return at once. */
public interface IntakeListener {

    /** These documents can be read by id. */
    void documentsStored(Collection<? extends RecordDocument> documents);

    /** These documents are in the search index and will be found after its next refresh. */
    void documentsIndexed(Collection<? extends RecordDocument> documents);

    /** The storage was found empty: what was told before holds no longer. */
    void storageLost();
}
