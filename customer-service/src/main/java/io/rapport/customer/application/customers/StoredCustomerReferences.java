package io.rapport.customer.application.customers;

import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customer.domain.customers.CustomerReferences;
import io.rapport.rights.Holders;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the table of customers that is written with their events. The few that are out of use are noted beside it, in the
 * transaction that archives, merges or restores them.
 */
@Component
class StoredCustomerReferences implements CustomerReferences, CustomerOwners {

    private static final Found UNKNOWN = new Found(Standing.UNKNOWN, null);

    private final JdbcClient database;

    StoredCustomerReferences(JdbcClient database, EventStore events) {
        this.database = database;
        events.subscribe(this::follow);
    }

    @Override
    public Standing of(String customerId) {
        return found(customerId).standing();
    }

    /** Whoever asks for the owner asks for the standing next. */
    @Override
    public Optional<Holders> holders(String customerId) {
        if (!prepared().containsKey(customerId)) {
            prepare(Set.of(customerId));
        }
        Found found = found(customerId);
        return found.standing() == Standing.UNKNOWN ? Optional.empty() : Optional.of(Holders.of(found.owner()));
    }

    private Found found(String customerId) {
        Found prepared = prepared().get(customerId);
        return prepared != null ? prepared : find(Set.of(customerId)).getOrDefault(customerId, UNKNOWN);
    }

    @Override
    public void prepare(Collection<String> customerIds) {
        if (TransactionSynchronizationManager.isSynchronizationActive() && !customerIds.isEmpty()) {
            Map<String, Found> found = find(customerIds);
            customerIds.forEach(id -> found.putIfAbsent(id, UNKNOWN));
            if (prepared().isEmpty()) {
                TransactionSynchronizationManager.bindResource(this, found);
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void suspend() {
                        TransactionSynchronizationManager.unbindResource(StoredCustomerReferences.this);
                    }

                    @Override
                    public void resume() {
                        TransactionSynchronizationManager.bindResource(StoredCustomerReferences.this, found);
                    }

                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResource(StoredCustomerReferences.this);
                    }
                });
            } else {
                prepared().putAll(found);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Found> prepared() {
        Object prepared = TransactionSynchronizationManager.getResource(this);
        return prepared == null ? Map.of() : (Map<String, Found>) prepared;
    }

    /** @param owner of the customer, or of the one that answers for it; null for nobody */
    private record Found(Standing standing, String owner) {
    }

    private Map<String, Found> find(Collection<String> customerIds) {
        Map<String, Found> found = new HashMap<>();
        database.sql("""
                SELECT c.customer_id, o.customer_id IS NOT NULL,
                    CASE WHEN s.customer_id IS NULL THEN c.owner ELSE s.owner END
                FROM customer_identity c LEFT JOIN customer_out_of_use o ON o.customer_id = c.customer_id
                    LEFT JOIN customer_answering a ON a.customer_id = c.customer_id
                    LEFT JOIN customer_identity s ON s.customer_id = a.answering_id
                WHERE c.customer_id = ANY (?)""")
                .param(customerIds.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), new Found(row.getBoolean(2) ? Standing.ARCHIVED : Standing.IN_USE,
                            row.getString(3)));
                });
        return found;
    }

    private void follow(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> message : events) {
            switch (message.getPayload()) {
                case CustomerEvent.Archived _, CustomerEvent.MergedInto _, CustomerEvent.Withdrawn _ -> database.sql(
                        "INSERT INTO customer_out_of_use (customer_id) VALUES (?) ON CONFLICT DO NOTHING")
                        .param(((DomainEventMessage<?>) message).getAggregateIdentifier()).update();
                case CustomerEvent.Restored _, CustomerEvent.UnmergedFrom _ -> database.sql(
                        "DELETE FROM customer_out_of_use WHERE customer_id = ?")
                        .param(((DomainEventMessage<?>) message).getAggregateIdentifier()).update();
                default -> { }
            }
        }
    }
}
