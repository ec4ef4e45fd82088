package io.rapport.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in one currency; in JSON {@code {"amount":"50000.00","currency":"CNY"}}.
 *
 * @param amount   decimal with at least as many digits after the point as the currency has; never a binary float
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {

    /**
     * @throws IllegalArgumentException if the currency is unknown
     */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        if (amount.scale() < digits) {
            amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
        }
    }
}
