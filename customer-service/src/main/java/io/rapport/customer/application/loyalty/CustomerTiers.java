package io.rapport.customer.application.loyalty;

import io.rapport.customer.application.orders.CustomerOrders;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customer.domain.loyalty.LoyaltyRulesEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which tier each customer is known to have, and whose may have become another since. Follows the events within the
 * transactions that record them.
 */
@Component
class CustomerTiers {

    private final JdbcClient database;

    CustomerTiers(JdbcClient database, EventStore events, CustomerOrders orders) {
        this.database = database;
        events.subscribe(this::follow);
        orders.onChange(this::note);
    }

    /** Code of the tier that the customer's events tell; null for none. */
    String known(String customerId) {
        return database.sql("SELECT tier FROM customer_tier WHERE customer_id = ?").param(customerId)
                .query(String.class).optional().orElse(null);
    }

    /** As {@link #known(String)} for many, with one question; those without a tier are absent. */
    Map<String, String> known(Collection<String> customerIds) {
        Map<String, String> known = new HashMap<>();
        database.sql("SELECT customer_id, tier FROM customer_tier WHERE customer_id = ANY (?) AND tier IS NOT NULL")
                .param(customerIds.toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString(1), row.getString(2));
                });
        return known;
    }

    /** Every customer that has orders may have another tier. */
    void noteAll() {
        database.sql("INSERT INTO loyalty_due (customer_id) VALUES (NULL)").update();
    }

    /**
     * Takes customers whose tier has to be looked at, none that another transaction has taken. The running transaction
     * decides whether they stay taken.
     *
     * @param most how many notes to take; there may be several about one customer
     * @return in the order of their ids
     */
    Set<String> take(int most) {
        List<String> taken = database.sql("""
                DELETE FROM loyalty_due
                WHERE id IN (SELECT id FROM loyalty_due ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING coalesce(customer_id, '')""").param(most).query(String.class).list();
        Set<String> customers = new TreeSet<>(taken);
        if (customers.remove("")) {
            database.sql("""
                    INSERT INTO loyalty_due (customer_id)
                    SELECT customer_id FROM customer_order UNION SELECT customer_id FROM customer_tier""").update();
        }
        return customers;
    }

    /**
     * The day before {@code today} whose rules all tiers follow; afterwards that is {@code today}.
     *
     * @return {@code today} where there is nothing to do, or another transaction is doing it
     */
    LocalDate reach(LocalDate today) {
        return database.sql("SELECT day FROM loyalty_day WHERE day < ? FOR UPDATE SKIP LOCKED").param(today)
                .query(LocalDate.class).optional().map(day -> {
                    database.sql("UPDATE loyalty_day SET day = ?").param(today).update();
                    return day;
                }).orElse(today);
    }

    private void note(Collection<String> customers) {
        database.sql("INSERT INTO loyalty_due (customer_id) SELECT unnest(?)")
                .param(customers.toArray(String[]::new)).update();
    }

    private void follow(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> message : events) {
            String id = message instanceof DomainEventMessage<?> stored ? stored.getAggregateIdentifier() : null;
            switch (message.getPayload()) {
                case LoyaltyRulesEvent _ -> noteAll();
                case CustomerEvent.Absorbed _ -> note(List.of(id));
                case CustomerEvent.Released released -> note(List.of(id, released.from()));
                case CustomerEvent.TierChanged changed -> database.sql("""
                        INSERT INTO customer_tier (customer_id, tier) VALUES (?, ?)
                        ON CONFLICT (customer_id) DO UPDATE SET tier = excluded.tier""")
                        .param(id).param(changed.to()).update();
                default -> { }
            }
        }
    }
}
