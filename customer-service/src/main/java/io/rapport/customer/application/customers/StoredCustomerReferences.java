package io.rapport.customer.application.customers;

import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customer.domain.customers.CustomerReferences;
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
import java.util.Set;

/**
 * Asks the event store itself whether there is a customer: its first event is found by the store's own index. Only the
 * few that are out of use are noted beside it, in the transaction that archives, merges or restores them.
 */
@Component
class StoredCustomerReferences implements CustomerReferences {

    private final JdbcClient database;

    StoredCustomerReferences(JdbcClient database, EventStore events) {
        this.database = database;
        events.subscribe(this::follow);
    }

    @Override
    public Standing of(String customerId) {
        Standing prepared = prepared().get(customerId);
        return prepared != null ? prepared : find(Set.of(customerId)).getOrDefault(customerId, Standing.UNKNOWN);
    }

    @Override
    public void prepare(Collection<String> customerIds) {
        if (TransactionSynchronizationManager.isSynchronizationActive() && !customerIds.isEmpty()) {
            Map<String, Standing> found = find(customerIds);
            customerIds.forEach(id -> found.putIfAbsent(id, Standing.UNKNOWN));
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
    private Map<String, Standing> prepared() {
        Object prepared = TransactionSynchronizationManager.getResource(this);
        return prepared == null ? Map.of() : (Map<String, Standing>) prepared;
    }

    private Map<String, Standing> find(Collection<String> customerIds) {
        Map<String, Standing> found = new HashMap<>();
        database.sql("""
                SELECT e.aggregate_identifier, o.customer_id IS NOT NULL
                FROM domain_event e LEFT JOIN customer_out_of_use o ON o.customer_id = e.aggregate_identifier
                WHERE e.aggregate_identifier = ANY (?) AND e.sequence_number = 0 AND e.type = 'customer'""")
                .param(customerIds.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getBoolean(2) ? Standing.ARCHIVED : Standing.IN_USE);
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
