package io.rapport.customer.application.customers;

import io.rapport.customer.domain.customers.CustomerEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who answers for a merged customer. Follows the events within the transaction that records them. The table
 * {@code customer_answering} may be joined by whoever sums over all that belongs to a customer.
 */
@Component
public class AnsweringCustomers {

    private final JdbcClient database;

    AnsweringCustomers(JdbcClient database, EventStore events) {
        this.database = database;
        events.subscribe(this::follow);
    }

    /** The customer that answers for this one; empty where it answers for itself. */
    public Optional<String> answeringFor(String customerId) {
        return database.sql("SELECT answering_id FROM customer_answering WHERE customer_id = ?").param(customerId)
                .query(String.class).optional();
    }

    /** As {@link #answeringFor(String)} for many: absent are those that answer for themselves. */
    public Map<String, String> answeringFor(Collection<String> customerIds) {
        Map<String, String> answering = new HashMap<>();
        if (!customerIds.isEmpty()) {
            database.sql("SELECT customer_id, answering_id FROM customer_answering WHERE customer_id = ANY (?)")
                    .param(customerIds.toArray(String[]::new))
                    .query(row -> {
                        answering.put(row.getString(1), row.getString(2));
                    });
        }
        return answering;
    }

    private void follow(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> message : events) {
            switch (message.getPayload()) {
                case CustomerEvent.Absorbed absorbed ->
                        answer(((DomainEventMessage<?>) message).getAggregateIdentifier(), absorbed.records());
                case CustomerEvent.Released released -> {
                    answer(released.from(), released.records());
                    database.sql("DELETE FROM customer_answering WHERE customer_id = ?").param(released.from()).update();
                }
                default -> { }
            }
        }
    }

    private void answer(String answeringId, List<String> records) {
        database.sql("""
                INSERT INTO customer_answering (customer_id, answering_id) SELECT unnest(?), ?
                ON CONFLICT (customer_id) DO UPDATE SET answering_id = excluded.answering_id""")
                .param(records.toArray(String[]::new)).param(answeringId).update();
    }
}
