package io.rapport.customer.domain.orders;

import io.rapport.values.Patch;

import java.util.ArrayList;
import java.util.List;

/** Just the events that bring an order from one state to another; no rule stands in the way of what has been before. */
final class OrderRestatement {

    private OrderRestatement() {
    }

    /** None when both are the same. */
    static List<OrderEvent> events(OrderState present, OrderState target) {
        List<OrderEvent> events = new ArrayList<>();
        if (present.archived() && !target.archived()) {
            events.add(new OrderEvent.Restored());
        }
        if (present.cancelled() && !target.cancelled()) {
            events.add(new OrderEvent.Reinstated());
        }
        Patch<OrderFacts> patch =
                OrderFacts.SHEET.effective(present.facts(), OrderFacts.SHEET.replacement(target.facts()));
        String number = present.number().equals(target.number()) ? null : target.number();
        if (number != null || !OrderFacts.SHEET.isEmpty(patch)) {
            events.add(new OrderEvent.FactsChanged(number, patch.changed(), patch.cleared()));
        }
        if (!present.assignment().equals(target.assignment())) {
            events.add(new OrderEvent.OwnerAssigned(target.assignment().owner(), target.assignment().team()));
        }
        if (!present.cancelled() && target.cancelled()) {
            events.add(new OrderEvent.Cancelled());
        }
        if (!present.archived() && target.archived()) {
            events.add(new OrderEvent.Archived());
        }
        return events;
    }
}
