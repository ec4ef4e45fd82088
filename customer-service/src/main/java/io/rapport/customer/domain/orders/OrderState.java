package io.rapport.customer.domain.orders;

import io.rapport.values.Assignment;

/**
 * All that decisions about an order depend on.
 *
 * @param number    unique
 * @param cancelled the purchase did not come about, or was taken back
 */
public record OrderState(String number, OrderFacts facts, Assignment assignment, boolean cancelled, boolean archived) {

    OrderState with(String newNumber, OrderFacts newFacts) {
        return new OrderState(newNumber, newFacts, assignment, cancelled, archived);
    }

    OrderState with(Assignment newAssignment) {
        return new OrderState(number, facts, newAssignment, cancelled, archived);
    }

    OrderState cancelled(boolean nowCancelled) {
        return new OrderState(number, facts, assignment, nowCancelled, archived);
    }

    OrderState archived(boolean nowArchived) {
        return new OrderState(number, facts, assignment, cancelled, nowArchived);
    }
}
