package io.rapport.customer.api.orders;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.customer.domain.orders.OrderFacts;
import io.rapport.customer.domain.orders.OrderLine;
import io.rapport.values.Assignment;
import tools.jackson.databind.annotation.JsonDeserialize;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An order as clients write it: flat, every field optional to the parser. What a field may hold is said by the domain.
 *
 * @param amount may be left out where lines say it
 */
record OrderRequest(
        String number,
        String customerId,
        String opportunityId,
        String contract,
        LocalDate orderedAt,
        List<Line> lines,
        Money amount,
        String note,
        String owner,
        String team,
        CustomValues custom) {

    /** @param quantity a number, or its decimal digits as text */
    record Line(
            String product,
            @JsonDeserialize(using = QuantityJson.class) BigDecimal quantity,
            Money unitPrice,
            Money amount) {
    }

    OrderFacts facts() {
        List<OrderLine> orderLines = lines == null ? null : lines.stream()
                .map(line -> new OrderLine(line.product(), line.quantity(), line.unitPrice(), line.amount())).toList();
        return new OrderFacts(customerId, opportunityId, contract, orderedAt, orderLines, amount, note, custom);
    }

    Assignment assignment() {
        return new Assignment(owner, team);
    }

    OrderRequest orderedAt(LocalDate day) {
        return new OrderRequest(number, customerId, opportunityId, contract, day, lines, amount, note, owner, team,
                custom);
    }
}
