package io.rapport.customer.configuration;

import io.rapport.customer.domain.orders.Order;
import io.rapport.customer.domain.orders.OrderEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

/** Under which names the events of orders are stored, and what the answer to a command tells. */
@Configuration(proxyBeanMethods = false)
class OrderEventConfiguration {

    @Bean
    RecordType<Order, OrderEvent> orderRecords(EventPublication<OrderEvent> publication) {
        return RecordType.of("order", "1", Order.class, OrderEvent.class, publication)
                .event("order.placed", "1", OrderEvent.Placed.class)
                .event("order.facts-changed", "1", OrderEvent.FactsChanged.class)
                .event("order.owner-assigned", "1", OrderEvent.OwnerAssigned.class)
                .event("order.cancelled", "1", OrderEvent.Cancelled.class)
                .event("order.reinstated", "1", OrderEvent.Reinstated.class)
                .event("order.archived", "1", OrderEvent.Archived.class)
                .event("order.restored", "1", OrderEvent.Restored.class)
                .event("order.withdrawn", "1", OrderEvent.Withdrawn.class)
                .answering(order -> Map.of("number", order.number()))
                .build();
    }
}
