package io.rapport.customer.domain.orders;

import java.util.Set;

/**
 * What has happened to an order, as it is stored. Private to this service; other programs see the public events that
 * {@code publication} makes of these.
 */
public sealed interface OrderEvent {

    /** @param facts with the amount, and every line with its own */
    record Placed(String orderId, String number, OrderFacts facts, String owner, String team) implements OrderEvent {

        Placed numbered(String given) {
            return new Placed(orderId, given, facts, owner, team);
        }
    }

    /**
     * @param number  the new one; null when it stays
     * @param changed only the new values; lines whole, and the amount with them when it differs
     * @param cleared names of facts that are no longer known
     */
    record FactsChanged(String number, OrderFacts changed, Set<String> cleared) implements OrderEvent {
    }

    /** The assignment as it is now; null for nobody and unknown. */
    record OwnerAssigned(String owner, String team) implements OrderEvent {
    }

    record Cancelled() implements OrderEvent {
    }

    /** The cancellation was taken back. */
    record Reinstated() implements OrderEvent {
    }

    record Archived() implements OrderEvent {
    }

    record Restored() implements OrderEvent {
    }

    /** The order was entered by mistake; the last event of its life. */
    record Withdrawn() implements OrderEvent {
    }
}
