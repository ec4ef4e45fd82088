package io.rapport.customer.application.orders.imports;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.customer.application.customers.imports.CustomerMention;
import io.rapport.customer.domain.customers.Assignment;
import io.rapport.customer.domain.orders.OrderFacts;
import io.rapport.customer.domain.orders.OrderLine;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of a file of orders, understood; all but the number may be null.
 *
 * @param customer whom it says it is about; may be empty
 * @param line     what was bought; null where the row names no product
 */
record OrderRow(String number, CustomerMention customer, String opportunityId, String contract, LocalDate orderedAt,
                OrderLine line, Money amount, String note, CustomValues custom, Assignment assignment) {

    OrderFacts facts(String customerId) {
        return new OrderFacts(customerId, opportunityId, contract, orderedAt, line == null ? null : List.of(line), amount,
                note, custom);
    }
}
