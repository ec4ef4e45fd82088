package io.rapport.eventstore;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.rapport.eventstore.StoredEventTypes.StoredType;

/**
 * Bean of a service, one for each aggregate: under which names and revisions its events and snapshots are stored, what
 * the world is told of them, and what the answer to a command tells. Classes may be renamed and moved at will; what is
 * in the store never names a class.
 *
 * <pre>{@code
 * RecordType.of("customer", "1", Customer.class, CustomerEvent.class, publication)
 *         .event("customer.registered", "1", CustomerEvent.Registered.class)
 *         .answering(customer -> Map.of("number", customer.number()))
 *         .build();
 * }</pre>
 *
 * <p>Raise the revision of an event when its stored form changes, and add an upcaster from the former revision. Raise
 * the revision of an aggregate when its fields change: its older snapshots are then ignored and made anew.
 *
 * @param <A> the aggregate
 * @param <E> its events: a sealed interface
 */
public final class RecordType<A, E> {

    private final String kind;
    private final String snapshotRevision;
    private final Class<A> aggregate;
    private final Map<Class<? extends E>, StoredType> events;
    private final EventPublication<E> publication;
    private final RecordFacts<A> facts;

    private RecordType(Builder<A, E> builder) {
        kind = builder.kind;
        snapshotRevision = builder.snapshotRevision;
        aggregate = builder.aggregate;
        events = Map.copyOf(builder.events);
        publication = builder.publication;
        facts = builder.facts;
    }

    /**
     * @param kind             the {@code type} of the aggregate's {@code @AggregateRoot}, for example {@code customer}
     * @param snapshotRevision revision of its snapshots
     */
    public static <A, E> Builder<A, E> of(String kind, String snapshotRevision, Class<A> aggregate, Class<E> events,
                                          EventPublication<E> publication) {
        return new Builder<>(kind, snapshotRevision, aggregate, events, publication);
    }

    /** For example {@code customer}. */
    public String kind() {
        return kind;
    }

    Class<A> aggregate() {
        return aggregate;
    }

    StoredType snapshots() {
        return new StoredType(kind, snapshotRevision);
    }

    /** The stored form of each event as it is written today. */
    public Map<Class<? extends E>, StoredType> events() {
        return events;
    }

    @SuppressWarnings("unchecked")
    PublicEvent publish(Object event) {
        return publication.publish((E) event);
    }

    Map<String, String> answer(Object aggregateRoot) {
        return facts.of(aggregate.cast(aggregateRoot));
    }

    /** Collects the events of one aggregate. */
    public static final class Builder<A, E> {

        private final String kind;
        private final String snapshotRevision;
        private final Class<A> aggregate;
        private final Class<E> sealedEvents;
        private final EventPublication<E> publication;
        private final Map<Class<? extends E>, StoredType> events = new LinkedHashMap<>();
        private RecordFacts<A> facts = _ -> Map.of();

        private Builder(String kind, String snapshotRevision, Class<A> aggregate, Class<E> events,
                        EventPublication<E> publication) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.snapshotRevision = Objects.requireNonNull(snapshotRevision, "snapshotRevision");
            this.aggregate = Objects.requireNonNull(aggregate, "aggregate");
            this.sealedEvents = Objects.requireNonNull(events, "events");
            this.publication = Objects.requireNonNull(publication, "publication");
        }

        /**
         * @param name     for example {@code customer.registered}
         * @param revision the revision that is written today
         */
        public Builder<A, E> event(String name, String revision, Class<? extends E> type) {
            if (events.put(type, new StoredType(name, revision)) != null) {
                throw new IllegalArgumentException("named twice: " + type.getName());
            }
            return this;
        }

        /** What the answer to a command tells of the record besides its id and version; nothing unless this is called. */
        public Builder<A, E> answering(RecordFacts<A> recordFacts) {
            facts = Objects.requireNonNull(recordFacts, "recordFacts");
            return this;
        }

        /** @throws IllegalStateException if an event of the sealed interface has no name */
        public RecordType<A, E> build() {
            Class<?>[] permitted = sealedEvents.getPermittedSubclasses();
            Set<Class<?>> nameless = permitted == null ? Set.of() : Arrays.stream(permitted)
                    .filter(type -> !events.containsKey(type)).collect(Collectors.toSet());
            if (!nameless.isEmpty()) {
                throw new IllegalStateException("without a name in the store: " + nameless);
            }
            return new RecordType<>(this);
        }
    }
}
