package io.rapport.customer.application.customfields;

import io.rapport.contracts.CustomValues;
import io.rapport.customer.domain.customfields.CustomFieldUsers;
import io.rapport.customfields.RecordKind;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What records hold in custom fields. Follows the events within the transaction that records them; records without
 * custom values cost nothing.
 */
@Component
public class CustomValueUse implements CustomFieldUsers {

    private final CustomValueTable table;
    private final AdministeredCustomFields fields;
    private final List<Followed<?>> followed = new CopyOnWriteArrayList<>();

    CustomValueUse(JdbcClient database, AdministeredCustomFields fields, EventStore events) {
        this.table = new CustomValueTable(database);
        this.fields = fields;
        events.subscribe(this::follow);
    }

    private record Followed<E>(RecordKind kind, Class<E> events, Function<E, Optional<CustomValues>> values) {

        Optional<CustomValues> valuesAfter(Object event) {
            return events.isInstance(event) ? values.apply(events.cast(event)) : Optional.empty();
        }
    }

    /**
     * Declares how the events of a kind of record carry custom values, once, before its first command.
     *
     * @param values all values that the record has after an event; empty when the event does not touch them. See
     *               {@link #given} and {@link #changed}
     */
    public <E> void follow(RecordKind kind, Class<E> events, Function<E, Optional<CustomValues>> values) {
        followed.add(new Followed<>(kind, events, values));
    }

    /** For an event that makes a record. */
    public static Optional<CustomValues> given(CustomValues custom) {
        return Optional.ofNullable(custom);
    }

    /** For an event that tells changed facts, nested ones whole, and the names of those cleared. */
    public static Optional<CustomValues> changed(CustomValues custom, Set<String> cleared) {
        return custom == null && cleared.contains("custom") ? Optional.of(CustomValues.NONE)
                : Optional.ofNullable(custom);
    }

    private void follow(List<? extends EventMessage<?>> events) {
        Map<CustomValueTable.Record, CustomValues> after = new LinkedHashMap<>();
        for (EventMessage<?> message : events) {
            for (Followed<?> records : followed) {
                records.valuesAfter(message.getPayload()).ifPresent(values -> after.put(new CustomValueTable.Record(
                        records.kind(), ((DomainEventMessage<?>) message).getAggregateIdentifier()), values));
            }
        }
        if (!after.isEmpty()) {
            table.replace(after);
        }
    }

    /**
     * Ids of the records that hold these texts in a custom field, by text; texts that no record holds are absent.
     *
     * @param key of a field of a single text
     */
    public Map<String, List<String>> recordsHolding(RecordKind kind, String key, Collection<String> texts) {
        return table.recordsHolding(kind, key, texts);
    }

    @Override
    public long count(RecordKind kind, String key) {
        return table.count(kind, key);
    }

    @Override
    public long count(RecordKind kind, String key, String choice) {
        return table.count(kind, key, choice);
    }

    @Override
    public long countUnfit(RecordKind kind, String key, Predicate<String> fits) {
        return table.countUnfit(kind, key, fits);
    }

    @Override
    public long countRepeated(RecordKind kind, String key) {
        return table.countRepeated(kind, key);
    }

    @Override
    public void keepApart(RecordKind kind, String key) {
        table.keepApart(kind, key);
    }

    @Override
    public void letRepeat(RecordKind kind, String key) {
        table.letRepeat(kind, key);
    }

    @Override
    public long fields(RecordKind kind) {
        return fields.of(kind).all().size();
    }
}
