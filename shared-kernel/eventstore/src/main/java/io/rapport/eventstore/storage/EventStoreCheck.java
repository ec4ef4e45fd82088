package io.rapport.eventstore.storage;

import java.util.LinkedHashMap;
import java.util.Map;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Refuses to start when Axon did not take the parts that were declared for it. Without this check it falls back to an
 * event bus that stores nothing, and says so nowhere.
 */
final class EventStoreCheck implements SmartInitializingSingleton {

    private final Configuration axon;
    private final EventStorageEngine engine;
    private final TokenStore tokenStore;
    private final TransactionManager transactionManager;

    EventStoreCheck(Configuration axon, EventStorageEngine engine, TokenStore tokenStore,
                    TransactionManager transactionManager) {
        this.axon = axon;
        this.engine = engine;
        this.tokenStore = tokenStore;
        this.transactionManager = transactionManager;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<Object, Class<?>> expected = new LinkedHashMap<>();
        expected.put(axon.eventBus(), EmbeddedEventStore.class);
        expected.put(engine, JdbcEventStorageEngine.class);
        expected.put(tokenStore, JdbcTokenStore.class);
        expected.put(axon.getComponent(TokenStore.class), JdbcTokenStore.class);
        expected.put(transactionManager, SpringTransactionManager.class);
        expected.put(axon.getComponent(TransactionManager.class), SpringTransactionManager.class);
        expected.put(axon.eventSerializer(), StoredEventSerializer.class);
        expected.put(axon.getComponent(Serializer.class), StoredEventSerializer.class);
        expected.forEach((part, type) -> {
            if (!type.isInstance(part)) {
                throw new IllegalStateException("the event store would not store: expected a " + type.getName()
                        + " but Axon uses " + (part == null ? "nothing" : part.getClass().getName()));
            }
        });
        if (((EmbeddedEventStore) axon.eventBus()) != axon.eventStore()) {
            throw new IllegalStateException("the event store would not store: the event bus is another one");
        }
    }
}
