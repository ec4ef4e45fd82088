package io.rapport.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Bean of a service: the names and revisions under which its events and snapshots are stored. Classes may be renamed and
 * moved at will; what is in the store never names a class.
 *
 * <pre>{@code
 * StoredEventTypes.builder()
 *         .aggregate("customer", "1", Customer.class)
 *         .event("customer.registered", "1", CustomerEvent.Registered.class)
 *         .build();
 * }</pre>
 *
 * <p>Raise the revision of an event when its stored form changes, and add an upcaster from the former revision. Raise
 * the revision of an aggregate when its fields change: its older snapshots are then ignored and made anew.
 */
public final class StoredEventTypes {

    /** A stored name with its revision. */
    public record StoredType(String name, String revision) {

        public StoredType {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(revision, "revision");
        }
    }

    private final Map<Class<?>, StoredType> typeOfClass;
    private final Map<String, Class<?>> classOfName;
    private final List<Class<?>> aggregates;

    private StoredEventTypes(Builder builder) {
        typeOfClass = Map.copyOf(builder.typeOfClass);
        classOfName = Map.copyOf(builder.classOfName);
        aggregates = List.copyOf(builder.aggregates);
    }

    public static Builder builder() {
        return new Builder();
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

    /** Collects the types; refuses a name or class that is given twice. */
    public static final class Builder {

        private final Map<Class<?>, StoredType> typeOfClass = new HashMap<>();
        private final Map<String, Class<?>> classOfName = new HashMap<>();
        private final List<Class<?>> aggregates = new ArrayList<>();

        private Builder() {
        }

        /**
         * @param kind     the {@code type} of the class's {@code @AggregateRoot}, for example {@code customer}
         * @param revision revision of its snapshots
         */
        public Builder aggregate(String kind, String revision, Class<?> type) {
            add(kind, revision, type);
            aggregates.add(type);
            return this;
        }

        /**
         * @param name     for example {@code customer.registered}
         * @param revision the revision that is written today
         */
        public Builder event(String name, String revision, Class<?> type) {
            add(name, revision, type);
            return this;
        }

        public StoredEventTypes build() {
            return new StoredEventTypes(this);
        }

        private void add(String name, String revision, Class<?> type) {
            if (typeOfClass.put(type, new StoredType(name, revision)) != null
                    || classOfName.put(name, type) != null) {
                throw new IllegalArgumentException("named twice: " + name + " for " + type.getName());
            }
        }
    }
}
