package io.rapport.customer.domain.orders;

import io.rapport.contracts.Money;
import io.rapport.values.AmountRule;
import io.rapport.values.FieldErrors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The arithmetic of an order: decimal and exact, in one currency; what was given must agree with what follows. */
final class OrderPrices {

    private static final int MOST_LINES = 1_000;
    private static final int MOST_DIGITS_OF_QUANTITY = 12;
    private static final int MOST_DECIMALS_OF_QUANTITY = 6;

    private OrderPrices() {
    }

    /** The same numbers in one form, so that 2 and 2.0 are no change: without zeros that say nothing. */
    static OrderFacts normalised(OrderFacts facts) {
        List<OrderLine> lines = facts.lines() == null ? null
                : facts.lines().stream().map(OrderPrices::normalised).toList();
        return facts.priced(lines, normalised(facts.amount()));
    }

    /**
     * The facts with every amount that follows from others. Whatever contradicts is added to {@code errors}, and then
     * the facts come back as they were.
     *
     * @param facts {@link #normalised}; without amount where the lines are to say it
     */
    static OrderFacts priced(OrderFacts facts, FieldErrors errors) {
        int before = errors.asList().size();
        List<OrderLine> lines = facts.lines() == null ? List.of() : facts.lines();
        valuesAreInRange(facts, lines, errors);
        if (errors.asList().size() == before) {
            thereIsOneCurrency(facts, lines, errors);
        }
        if (errors.asList().size() > before) {
            return facts;
        }
        List<OrderLine> priced = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            priced.add(priced(lines.get(i), "lines[" + i + ']', errors));
        }
        if (errors.asList().size() > before) {
            return facts;
        }
        return facts.priced(priced.isEmpty() ? null : priced, total(facts.amount(), priced, errors));
    }

    private static void valuesAreInRange(OrderFacts facts, List<OrderLine> lines, FieldErrors errors) {
        AmountRule.check("amount", facts.amount(), errors);
        if (lines.size() > MOST_LINES) {
            errors.add("lines", "too-many", MOST_LINES);
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            OrderLine line = lines.get(i);
            quantityIsInRange("lines[" + i + "].quantity", line.quantity(), errors);
            AmountRule.check("lines[" + i + "].unitPrice", unsigned(line.unitPrice()), errors);
            AmountRule.check("lines[" + i + "].amount", unsigned(line.amount()), errors);
        }
    }

    private static void quantityIsInRange(String field, BigDecimal quantity, FieldErrors errors) {
        if (quantity != null && (quantity.signum() <= 0
                || quantity.precision() - quantity.scale() > MOST_DIGITS_OF_QUANTITY
                || quantity.scale() > MOST_DECIMALS_OF_QUANTITY)) {
            errors.add(field, "quantity-out-of-range", MOST_DIGITS_OF_QUANTITY, MOST_DECIMALS_OF_QUANTITY);
        }
    }

    private static void thereIsOneCurrency(OrderFacts facts, List<OrderLine> lines, FieldErrors errors) {
        String currency = Stream.concat(Stream.of(facts).map(OrderFacts::amount),
                        lines.stream().flatMap(line -> Stream.of(line).mapMulti((each, sink) -> {
                            sink.accept(each.amount());
                            sink.accept(each.unitPrice());
                        }))).map(Money.class::cast)
                .filter(Objects::nonNull).findFirst().map(Money::currency).orElse(null);
        for (int i = 0; i < lines.size(); i++) {
            isIn(currency, "lines[" + i + "].unitPrice", lines.get(i).unitPrice(), errors);
            isIn(currency, "lines[" + i + "].amount", lines.get(i).amount(), errors);
        }
    }

    private static void isIn(String currency, String field, Money money, FieldErrors errors) {
        if (money != null && !money.currency().equals(currency)) {
            errors.add(field + ".currency", "currency-differs", currency);
        }
    }

    private static OrderLine priced(OrderLine line, String field, FieldErrors errors) {
        if (line.quantity() == null || line.unitPrice() == null) {
            if (line.amount() == null) {
                errors.add(field + ".amount", "line-amount-missing");
            }
            return line;
        }
        String currency = line.unitPrice().currency();
        BigDecimal exact = line.quantity().multiply(line.unitPrice().amount());
        Money product = normalised(new Money(rounded(exact, currency), currency));
        if (line.amount() == null) {
            return new OrderLine(line.product(), line.quantity(), line.unitPrice(), product);
        }
        BigDecimal given = line.amount().amount();
        if (given.compareTo(exact) != 0 && given.compareTo(product.amount()) != 0) {
            errors.add(field + ".amount", "line-amount-differs", product.amount().toPlainString(), currency);
        }
        return line;
    }

    private static Money total(Money given, List<OrderLine> lines, FieldErrors errors) {
        if (lines.isEmpty()) {
            if (given == null) {
                errors.add("amount", "required");
            }
            return given;
        }
        BigDecimal sum = lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        Money total = normalised(new Money(sum, lines.getFirst().amount().currency()));
        if (given != null && given.amount().compareTo(sum) != 0) {
            errors.add("amount", "order-amount-differs", sum.toPlainString(), total.currency());
            errors.add("lines", "order-amount-differs", sum.toPlainString(), total.currency());
        } else {
            AmountRule.check("amount", total, errors);
        }
        return total;
    }

    private static OrderLine normalised(OrderLine line) {
        String product = line.product() == null || line.product().isBlank() ? null : line.product().strip();
        return new OrderLine(product, normalised(line.quantity()), normalised(line.unitPrice()),
                normalised(line.amount()));
    }

    /** Numbers beyond all bounds stay as they are: writing them out would fill the memory. */
    private static BigDecimal normalised(BigDecimal quantity) {
        if (quantity == null || quantity.precision() > 100 || Math.abs(quantity.scale()) > 100) {
            return quantity;
        }
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** {@link Money} fills up to the digits of the currency. */
    private static Money normalised(Money money) {
        return money == null ? null : new Money(money.amount().stripTrailingZeros(), money.currency());
    }

    private static BigDecimal rounded(BigDecimal exact, String currency) {
        return exact.setScale(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()),
                RoundingMode.HALF_UP);
    }

    private static Money unsigned(Money money) {
        return money == null ? null : new Money(money.amount().abs(), money.currency());
    }
}
