package io.rapport.reporting.customfields;

import io.rapport.reporting.intake.IntakeListener;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The custom fields there are, in memory: at most a second behind what another instance has taken in. */
@Component
public class CustomFieldDefinitions implements IntakeListener {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final RecordStore store;
    private final CustomFieldReadModel model;
    private volatile Read latest;

    CustomFieldDefinitions(RecordStore store, CustomFieldReadModel model) {
        this.store = store;
        this.model = model;
    }

    private record Read(List<CustomFieldDocument> fields, long atNanos) {
    }

    /**
     * Those of one kind of record in the order of their keys, without removed ones.
     *
     * @throws com.mongodb.MongoException if MongoDB cannot be reached
     */
    public List<CustomFieldDocument> of(RecordKind kind) {
        Read read = latest;
        if (read == null || System.nanoTime() - read.atNanos() > FRESH_NANOS) {
            long begun = System.nanoTime();
            read = new Read(store.all(model).stream().filter(field -> !field.archived())
                    .sorted(Comparator.comparing(CustomFieldDocument::key)).toList(), begun);
            latest = read;
        }
        return read.fields().stream().filter(field -> kind.code().equals(field.owner())).toList();
    }

    @Override
    public void documentsStored(Collection<? extends RecordDocument> documents) {
        if (documents.stream().anyMatch(CustomFieldDocument.class::isInstance)) {
            latest = null;
        }
    }

    @Override
    public void documentsIndexed(Collection<? extends RecordDocument> documents) {
        // Definitions are not in the index.
    }

    @Override
    public void storageLost() {
        latest = null;
    }
}
