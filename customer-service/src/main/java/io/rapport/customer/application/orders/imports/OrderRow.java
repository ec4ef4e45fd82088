package io.rapport.customer.application.orders.imports;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.imports.CustomerMention;
import io.rapport.customer.application.customfields.RecognisingField;
import io.rapport.customer.domain.orders.OrderFacts;
import io.rapport.customer.domain.orders.OrderLine;
import io.rapport.values.Assignment;
import io.rapport.values.FieldErrors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * An order as one or several rows of a file say it, understood; all but the mention and the assignment may be null.
 *
 * @param recognisedBy what the user chose; null for what is usual
 * @param number       null where the platform is to give one
 * @param customer     whom it says it is about; may be empty
 * @param lines        what was bought; null where no product is named
 * @param amount       what it costs altogether, where it is said
 */
record OrderRow(RecognisingField recognisedBy, String number, CustomerMention customer, String opportunityId,
                String contract, LocalDate orderedAt, List<OrderLine> lines, Money amount, String note,
                CustomValues custom, Assignment assignment) {

    OrderFacts facts(String customerId) {
        return new OrderFacts(customerId, opportunityId, contract, orderedAt, lines, amount, note, custom);
    }

    /** What it costs altogether, said or computed; null where that cannot be told. */
    Money total() {
        if (amount != null || lines == null) {
            return amount;
        }
        List<Money> amounts = lines.stream().map(OrderRow::amountOf).toList();
        return amounts.contains(null) || amounts.stream().map(Money::currency).distinct().count() > 1 ? null
                : new Money(amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        amounts.getFirst().currency());
    }

    private static Money amountOf(OrderLine line) {
        if (line.amount() != null || line.unitPrice() == null) {
            return line.amount();
        }
        BigDecimal quantity = line.quantity() == null ? BigDecimal.ONE : line.quantity();
        return new Money(line.unitPrice().amount().multiply(quantity), line.unitPrice().currency());
    }

    /**
     * One order of several rows. What the rows say of the whole order may stand in any of them; the amount of a row is
     * that of its line.
     *
     * @throws Refusal INVALID where they contradict each other, or one names no product
     */
    static OrderRow of(List<OrderRow> rows) {
        FieldErrors errors = new FieldErrors();
        OrderRow first = rows.getFirst();
        if (rows.stream().anyMatch(row -> row.lines() == null)) {
            errors.add("lines", "required");
        }
        CustomerMention customer = one(rows, "customer", row -> row.customer().isEmpty() ? null : row.customer(), errors);
        Assignment assignment = one(rows, "owner",
                row -> row.assignment().equals(Assignment.NOBODY) ? null : row.assignment(), errors);
        String opportunityId = one(rows, "opportunityId", OrderRow::opportunityId, errors);
        String contract = one(rows, "contract", OrderRow::contract, errors);
        LocalDate orderedAt = one(rows, "orderedAt", OrderRow::orderedAt, errors);
        String note = one(rows, "note", OrderRow::note, errors);
        CustomValues custom = one(rows, "custom", OrderRow::custom, errors);
        errors.throwIfAny();
        return new OrderRow(first.recognisedBy(), first.number(), customer == null ? first.customer() : customer,
                opportunityId, contract, orderedAt, rows.stream().map(OrderRow::line).toList(), null, note, custom,
                assignment == null ? Assignment.NOBODY : assignment);
    }

    private OrderLine line() {
        OrderLine line = lines.getFirst();
        return new OrderLine(line.product(), line.quantity(), line.unitPrice(), amount);
    }

    private static <T> T one(List<OrderRow> rows, String field, Function<OrderRow, T> said, FieldErrors errors) {
        List<T> different = rows.stream().map(said).filter(Objects::nonNull).distinct().toList();
        if (different.size() > 1) {
            errors.add(field, "order-rows-contradict");
        }
        return different.isEmpty() ? null : different.getFirst();
    }
}
