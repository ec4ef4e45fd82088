package io.rapport.customer.application.settings;

import io.rapport.eventstore.storage.StoredJson;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Keeps the present definitions of all settings. Follows the events within the transaction that records them, so that a
 * definition and its event are there together or not at all.
 */
@Component
public class Settings {

    private final SettingTable table;
    private final JsonMapper json = StoredJson.mapper();
    private final List<KeptSettings<?, ?>> kinds = new CopyOnWriteArrayList<>();

    Settings(JdbcClient database, EventStore events) {
        this.table = new SettingTable(database);
        events.subscribe(this::follow);
    }

    /**
     * Declares a kind of setting, once, before its first command.
     *
     * @param kind       the {@code type} of its aggregate, and what its ids begin with
     * @param events     the sealed type of its events
     * @param definition a record; nulls are left out of its JSON
     * @param defined    the whole definition after an event; null when the setting is removed
     * @throws IllegalStateException if the kind is declared already
     */
    public <E, D> PresentSettings<D> keep(String kind, Class<E> events, Class<D> definition, Function<E, D> defined) {
        if (kinds.stream().anyMatch(known -> known.kind().equals(kind))) {
            throw new IllegalStateException("declared twice: settings of kind " + kind);
        }
        KeptSettings<E, D> settings = new KeptSettings<>(table, json, kind, events, definition, defined);
        kinds.add(settings);
        return settings;
    }

    private void follow(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> message : events) {
            for (KeptSettings<?, ?> settings : kinds) {
                if (settings.isAbout(message.getPayload())) {
                    settings.store((DomainEventMessage<?>) message);
                    CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork.root().afterCommit(_ -> settings.forget()));
                }
            }
        }
    }
}
