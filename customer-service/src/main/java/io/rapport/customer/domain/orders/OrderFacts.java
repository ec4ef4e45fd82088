package io.rapport.customer.domain.orders;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.values.FactSheet;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known about an order. Each component may be null: not known, or in a change: not touched.
 *
 * @param customerId    who bought
 * @param opportunityId the opportunity that led to it
 * @param contract      合同, number or name of the contract
 * @param orderedAt     day of the purchase
 * @param lines         what was bought; changed as a whole
 * @param amount        what it costs altogether: the sum of the lines where there are any
 * @param custom        values of the fields that administrators added
 */
public record OrderFacts(
        String customerId,
        String opportunityId,
        String contract,
        LocalDate orderedAt,
        List<OrderLine> lines,
        Money amount,
        String note,
        CustomValues custom) {

    /** How facts are tidied, compared and merged. */
    public static final FactSheet<OrderFacts> SHEET = FactSheet.of(OrderFacts.class);

    public OrderFacts {
        lines = lines == null ? null : List.copyOf(lines);
    }

    OrderFacts priced(List<OrderLine> newLines, Money newAmount) {
        return new OrderFacts(customerId, opportunityId, contract, orderedAt, newLines, newAmount, note, custom);
    }

    OrderFacts withCustom(CustomValues newCustom) {
        return new OrderFacts(customerId, opportunityId, contract, orderedAt, lines, amount, note, newCustom);
    }
}
