package io.rapport.customer.application.orders;

import io.rapport.contracts.Money;
import io.rapport.customer.domain.loyalty.Purchase;
import io.rapport.customer.domain.orders.OrderEvent;
import io.rapport.customer.domain.orders.OrderFacts;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The orders of each customer, and who owns them. Follows the events within the transaction that records them, so it is never behind; of a
 * batch all new orders are written by one statement.
 */
@Component
public class CustomerOrders {

    private final JdbcClient database;
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

    CustomerOrders(JdbcClient database, EventStore events) {
        this.database = database;
        events.subscribe(this::follow);
    }

    /**
     * All orders of a customer and of those it answers for, cancelled and archived ones too, the latest first.
     */
    public List<Purchase> of(String customerId) {
        return database.sql("""
                SELECT order_id, number, ordered_at, amount, currency, cancelled, archived FROM customer_order
                WHERE customer_id = ANY (ARRAY[?] || ARRAY(SELECT customer_id FROM customer_answering
                                                           WHERE answering_id = ?))
                ORDER BY ordered_at DESC, order_id DESC""")
                .param(customerId).param(customerId).query((row, _) -> purchase(row)).list();
    }

    /**
     * As {@link #of} for many, with one question. Customers without orders are absent.
     *
     * @param customerIds of customers that answer for themselves
     */
    public Map<String, List<Purchase>> ofEach(Collection<String> customerIds) {
        String[] ids = customerIds.toArray(String[]::new);
        Map<String, List<Purchase>> purchases = new HashMap<>();
        database.sql("""
                SELECT order_id, number, ordered_at, amount, currency, cancelled, archived,
                       coalesce(answering_id, customer_id)
                FROM customer_order LEFT JOIN customer_answering USING (customer_id)
                WHERE customer_id = ANY (? || ARRAY(SELECT a.customer_id FROM customer_answering a
                                                    WHERE a.answering_id = ANY (?)))
                ORDER BY ordered_at DESC, order_id DESC""")
                .param(ids).param(ids)
                .query(row -> {
                    purchases.computeIfAbsent(row.getString(8), _ -> new ArrayList<>()).add(purchase(row));
                });
        return purchases;
    }

    private static Purchase purchase(ResultSet row) throws SQLException {
        return new Purchase(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class),
                new Money(row.getBigDecimal(4), row.getString(5)), row.getBoolean(6), row.getBoolean(7));
    }

    /**
     * The listener is told within the transaction of an event which customers have other orders, or orders of another
     * amount, than before.
     */
    public void onChange(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    private void follow(List<? extends EventMessage<?>> events) {
        Set<String> customers = new TreeSet<>();
        follow(events, customers);
        if (!customers.isEmpty()) {
            listeners.forEach(listener -> listener.accept(customers));
        }
    }

    private void follow(List<? extends EventMessage<?>> events, Set<String> customers) {
        List<OrderEvent.Placed> placed = new ArrayList<>();
        for (EventMessage<?> message : events) {
            switch (message.getPayload()) {
                case OrderEvent.Placed event -> {
                    placed.add(event);
                    customers.add(event.facts().customerId());
                }
                case OrderEvent.OwnerAssigned event -> {
                    insert(placed);
                    placed.clear();
                    database.sql("UPDATE customer_order SET owner = ? WHERE order_id = ?").param(event.owner())
                            .param(((DomainEventMessage<?>) message).getAggregateIdentifier()).update();
                }
                case OrderEvent event -> {
                    // One batch may place an order and change it.
                    insert(placed);
                    placed.clear();
                    String orderId = ((DomainEventMessage<?>) message).getAggregateIdentifier();
                    customers.addAll(customerOf(orderId));
                    update(orderId, event);
                    customers.addAll(customerOf(orderId));
                }
                default -> { }
            }
        }
        insert(placed);
    }

    private void insert(List<OrderEvent.Placed> placed) {
        if (placed.isEmpty()) {
            return;
        }
        List<OrderFacts> facts = placed.stream().map(OrderEvent.Placed::facts).toList();
        database.sql("""
                INSERT INTO customer_order (order_id, customer_id, number, ordered_at, amount, currency, owner)
                SELECT * FROM unnest(?, ?, ?, ?::date[], ?, ?, ?)""")
                .param(placed.stream().map(OrderEvent.Placed::orderId).toArray(String[]::new))
                .param(facts.stream().map(OrderFacts::customerId).toArray(String[]::new))
                .param(placed.stream().map(OrderEvent.Placed::number).toArray(String[]::new))
                .param(facts.stream().map(order -> order.orderedAt().toString()).toArray(String[]::new))
                .param(facts.stream().map(order -> order.amount().amount()).toArray(BigDecimal[]::new))
                .param(facts.stream().map(order -> order.amount().currency()).toArray(String[]::new))
                .param(placed.stream().map(OrderEvent.Placed::owner).toArray(String[]::new))
                .update();
    }

    private List<String> customerOf(String orderId) {
        return database.sql("SELECT customer_id FROM customer_order WHERE order_id = ?").param(orderId)
                .query(String.class).list();
    }

    private void update(String orderId, OrderEvent event) {
        switch (event) {
            case OrderEvent.Placed _, OrderEvent.OwnerAssigned _ -> { }
            case OrderEvent.FactsChanged changed -> change(orderId, changed.number(), changed.changed());
            case OrderEvent.Cancelled _ -> set("cancelled = true", orderId);
            case OrderEvent.Reinstated _ -> set("cancelled = false", orderId);
            case OrderEvent.Archived _ -> set("archived = true", orderId);
            case OrderEvent.Restored _ -> set("archived = false", orderId);
            case OrderEvent.Withdrawn _ ->
                    database.sql("DELETE FROM customer_order WHERE order_id = ?").param(orderId).update();
        }
    }

    private void change(String orderId, String number, OrderFacts changed) {
        Money amount = changed.amount();
        database.sql("""
                UPDATE customer_order SET number = coalesce(?, number), customer_id = coalesce(?, customer_id),
                    ordered_at = coalesce(?, ordered_at), amount = coalesce(?, amount),
                    currency = coalesce(?, currency)
                WHERE order_id = ?""")
                .param(number).param(changed.customerId()).param(changed.orderedAt())
                .param(amount == null ? null : amount.amount()).param(amount == null ? null : amount.currency())
                .param(orderId).update();
    }

    private void set(String assignment, String orderId) {
        database.sql("UPDATE customer_order SET " + assignment + " WHERE order_id = ?").param(orderId).update();
    }
}
