package io.rapport.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All records of a service and everything that has a name in its store: what its {@link RecordType} beans say. */
public final class StoredEventTypes {

    /** A stored name with its revision. */
    public record StoredType(String name, String revision) {

        public StoredType {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(revision, "revision");
        }
    }

    private final Map<Class<?>, StoredType> typeOfClass = new HashMap<>();
    private final Map<String, Class<?>> classOfName = new HashMap<>();
    private final Map<Class<?>, RecordType<?, ?>> records = new HashMap<>();
    private final List<Class<?>> aggregates;

    /** @throws IllegalArgumentException if a name or a class is given twice */
    public StoredEventTypes(Collection<? extends RecordType<?, ?>> records) {
        for (RecordType<?, ?> record : records) {
            add(record.snapshots(), record.aggregate(), record);
            record.events().forEach((type, stored) -> add(stored, type, record));
        }
        aggregates = records.stream().<Class<?>>map(RecordType::aggregate).toList();
    }

    /** The stored type of an event or aggregate class; empty for any other class. */
    public Optional<StoredType> typeOf(Class<?> type) {
        return Optional.ofNullable(typeOfClass.get(type));
    }

    /** The class that is stored under this name today; empty for an unknown name. */
    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classOfName.get(name));
    }

    /** The aggregates of the service. */
    public List<Class<?>> aggregates() {
        return aggregates;
    }

    /** Everything that has a stored name. */
    public Collection<StoredType> all() {
        return typeOfClass.values();
    }

    /**
     * What the world is told of an event.
     *
     * @param storedEvent the event as it was read, after upcasting
     * @throws IllegalArgumentException if no record of this service has such events
     */
    public PublicEvent publish(Object storedEvent) {
        return record(storedEvent).publish(storedEvent);
    }

    /** What the answer to a command tells of the record besides its id and version. */
    Map<String, String> answer(Object aggregateRoot) {
        return record(aggregateRoot).answer(aggregateRoot);
    }

    private RecordType<?, ?> record(Object eventOrAggregate) {
        RecordType<?, ?> record = records.get(eventOrAggregate.getClass());
        if (record == null) {
            throw new IllegalArgumentException("has no name in the store: " + eventOrAggregate.getClass().getName());
        }
        return record;
    }

    private void add(StoredType stored, Class<?> type, RecordType<?, ?> record) {
        if (typeOfClass.put(type, stored) != null || classOfName.put(stored.name(), type) != null) {
            throw new IllegalArgumentException("named twice: " + stored.name() + " for " + type.getName());
        }
        records.put(type, record);
    }
}
