package io.rapport.customer.publication.orders;

import io.rapport.customer.domain.orders.OrderEvent;
import io.rapport.customer.domain.orders.OrderFacts;
import io.rapport.customer.domain.orders.OrderLine;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** What the world learns of each private event of an order. */
@Component
class OrderPublication implements EventPublication<OrderEvent> {

    private static final Map<String, Object> NO_DATA = Map.of();

    @Override
    public PublicEvent publish(OrderEvent storedEvent) {
        return switch (storedEvent) {
            case OrderEvent.Placed e -> new PublicEvent("order.placed.v1",
                    new OrderContract.Placed(e.number(), facts(e.facts()), e.owner(), e.team()));
            case OrderEvent.FactsChanged e -> new PublicEvent("order.changed.v1",
                    new OrderContract.Changed(e.number(), facts(e.changed()), e.cleared()));
            case OrderEvent.OwnerAssigned e -> new PublicEvent("order.owner-assigned.v1",
                    new OrderContract.OwnerAssigned(e.owner(), e.team()));
            case OrderEvent.Cancelled _ -> new PublicEvent("order.cancelled.v1", NO_DATA);
            case OrderEvent.Reinstated _ -> new PublicEvent("order.reinstated.v1", NO_DATA);
            case OrderEvent.Archived _ -> new PublicEvent("order.archived.v1", NO_DATA);
            case OrderEvent.Restored _ -> new PublicEvent("order.restored.v1", NO_DATA);
            case OrderEvent.Withdrawn _ -> new PublicEvent("order.withdrawn.v1", NO_DATA);
        };
    }

    private static OrderContract.Facts facts(OrderFacts f) {
        return new OrderContract.Facts(f.customerId(), f.opportunityId(), f.contract(), f.orderedAt(),
                lines(f.lines()), f.amount(), f.note(), f.custom());
    }

    private static List<OrderContract.Line> lines(List<OrderLine> lines) {
        return lines == null ? null : lines.stream().map(line -> new OrderContract.Line(line.product(),
                line.quantity(), line.unitPrice(), line.amount())).toList();
    }
}
