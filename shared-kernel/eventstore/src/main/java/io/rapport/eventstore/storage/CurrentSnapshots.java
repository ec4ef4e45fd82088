package io.rapport.eventstore.storage;

import java.util.Optional;

import io.rapport.eventstore.StoredEventTypes;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializedType;

/**
 * Lets only snapshots through that today's class wrote. Axon's filter by {@code @Revision} compares with the annotation
 * of the aggregate and never matches a stored name.
 */
final class CurrentSnapshots implements SnapshotFilter {

    private final StoredEventTypes types;

    CurrentSnapshots(StoredEventTypes types) {
        this.types = types;
    }

    @Override
    public boolean test(DomainEventData<?> snapshot) {
        SerializedType written = snapshot.getPayload().getType();
        Optional<StoredEventTypes.StoredType> current = types.classOf(written.getName()).flatMap(types::typeOf);
        return current.isPresent() && current.get().revision().equals(written.getRevision());
    }
}
