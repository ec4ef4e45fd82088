package io.rapport.reporting.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What all documents of one kind, of which there are few, come to: held in memory, at most {@link #FRESH} behind what
 * another instance has taken in and never behind this one.
 *
 * @param <D> the documents
 * @param <T> what they come to
 */
public abstract class PresentDocuments<D extends RecordDocument, T> implements IntakeListener {

    /** For so long an instance may go by what another one knows to be old. */
    public static final Duration FRESH = Duration.ofSeconds(1);

    private final RecordStore store;
    private final ReadModel<D> model;
    private volatile Read<T> latest;

    protected PresentDocuments(RecordStore store, ReadModel<D> model) {
        this.store = store;
        this.model = model;
    }

    private record Read<T>(T value, long atNanos) {
    }

    /** What the documents, removed ones too, come to. */
    protected abstract T of(List<D> documents);

    /** @throws com.mongodb.MongoException if MongoDB cannot be reached */
    protected final T present() {
        Read<T> read = latest;
        return read != null && System.nanoTime() - read.atNanos() <= FRESH.toNanos() ? read.value() : readAgain();
    }

    /** As {@link #present()}, from the database. */
    protected final T readAgain() {
        long begun = System.nanoTime();
        T value = of(store.all(model));
        latest = new Read<>(value, begun);
        return value;
    }

    @Override
    public final void documentsStored(Collection<? extends RecordDocument> documents) {
        if (documents.stream().anyMatch(model.documentType()::isInstance)) {
            latest = null;
        }
    }

    @Override
    public final void documentsIndexed(Collection<? extends RecordDocument> documents) {
        // Such documents are not in the index.
    }

    @Override
    public final void storageLost() {
        latest = null;
    }
}
