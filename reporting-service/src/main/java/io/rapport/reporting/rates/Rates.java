package io.rapport.reporting.rates;

import io.rapport.contracts.ExchangeRates;
import io.rapport.contracts.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * The exchange rates as they stand at one moment.
 *
 * @param version grows with every change of the table; 0 before there is any
 */
public record Rates(long version, ExchangeRates table) {

    public static final Rates NONE = new Rates(0, ExchangeRates.none());

    /** ISO 4217 code of the currency in which amounts are summed. */
    public String base() {
        return table.base();
    }

    /**
     * What an amount is worth in the base currency, exactly: to be rounded once, when all is added up.
     *
     * @param day whose rate is wanted; null for the newest one
     * @return empty for want of a rate
     */
    public Optional<BigDecimal> exactly(BigDecimal amount, String currency, LocalDate day) {
        return Optional.ofNullable(table.on(day == null ? LocalDate.MAX : day).get(currency))
                .map(rate -> amount.multiply(rate.value()));
    }

    /** An amount of the base currency, of which {@code converted} is rounded half up to the smallest unit. */
    public Money total(BigDecimal own, BigDecimal converted) {
        int digits = Math.max(0, Currency.getInstance(base()).getDefaultFractionDigits());
        return new Money(own.add(converted.setScale(digits, RoundingMode.HALF_UP)), base());
    }
}
