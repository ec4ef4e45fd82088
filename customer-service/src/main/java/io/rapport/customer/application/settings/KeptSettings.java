package io.rapport.customer.application.settings;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of one kind, in the table and in memory. Whoever finds them too old reads them anew, several at once if
 * it comes to that: nobody waits for another's connection.
 */
final class KeptSettings<E, D> implements PresentSettings<D> {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final SettingTable table;
    private final JsonMapper json;
    private final String kind;
    private final Class<E> events;
    private final Class<D> definition;
    private final Function<E, D> defined;
    private volatile Read<D> latest;

    private record Read<D>(List<Setting<D>> settings, long atNanos) {
    }

    KeptSettings(SettingTable table, JsonMapper json, String kind, Class<E> events, Class<D> definition,
                 Function<E, D> defined) {
        this.table = table;
        this.json = json;
        this.kind = kind;
        this.events = events;
        this.definition = definition;
        this.defined = defined;
    }

    String kind() {
        return kind;
    }

    boolean isAbout(Object event) {
        return events.isInstance(event);
    }

    void store(DomainEventMessage<?> message) {
        D now = defined.apply(events.cast(message.getPayload()));
        CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork.root().resources().put(written(), true));
        table.store(kind, new SettingTable.Row(message.getAggregateIdentifier(), message.getSequenceNumber() + 1,
                now == null ? null : json.writeValueAsString(now)));
    }

    void forget() {
        latest = null;
    }

    @Override
    public List<Setting<D>> all() {
        if (isWrittenHere()) {
            return stored();
        }
        Read<D> read = latest;
        if (read == null || System.nanoTime() - read.atNanos() > FRESH_NANOS) {
            long begun = System.nanoTime();
            read = new Read<>(stored(), begun);
            latest = read;
        }
        return read.settings();
    }

    @Override
    public List<Setting<D>> stored() {
        return table.present(kind).stream().map(this::setting).toList();
    }

    @Override
    public Optional<Setting<D>> stored(String id) {
        return table.find(kind, id).filter(row -> row.definition() != null).map(this::setting);
    }

    @Override
    public boolean everStored(String id) {
        return table.find(kind, id).isPresent();
    }

    @Override
    public Part<D> readableBy(String reader, String recordKind, String afterName, String afterId, int most) {
        return new Part<>(table.readable(kind, reader, recordKind, afterName, afterId, most).stream()
                .map(this::setting).toList(), table.countReadable(kind, reader, recordKind));
    }

    private Setting<D> setting(SettingTable.Row row) {
        return new Setting<>(row.id(), row.version(), json.readValue(row.definition(), definition));
    }

    /** What this transaction has written is not yet true for others: it must not get into memory. */
    private boolean isWrittenHere() {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().root().resources().containsKey(written());
    }

    private String written() {
        return "settings written: " + kind;
    }
}
