package io.rapport.customer.publication.orders;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Data of the public events of an order, version 1. Described by the JSON Schemas in {@code contracts/order/v1}; within
 * a version there are only additions. What is null is left out.
 */
public sealed interface OrderContract {

    /** {@code order.placed.v1} */
    record Placed(String number, Facts facts, String owner, String team) implements OrderContract {
    }

    /**
     * {@code order.changed.v1}
     *
     * @param number  only when it changed
     * @param changed only facts that changed; lines whole
     */
    record Changed(String number, Facts changed, Set<String> cleared) implements OrderContract {
    }

    /** {@code order.owner-assigned.v1} */
    record OwnerAssigned(String owner, String team) implements OrderContract {
    }

    /** What is known about an order. */
    record Facts(
            String customerId,
            String opportunityId,
            String contract,
            LocalDate orderedAt,
            List<Line> lines,
            Money amount,
            String note,
            CustomValues custom) {
    }

    record Line(String product, BigDecimal quantity, Money unitPrice, Money amount) {
    }
}
