package io.rapport.reporting.summaries;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The dated table of exchange rates that an administrator keeps, as it stands at one moment. */
public interface ExchangeRates {

    /** Grows with every change of the table; 0 before there is any. */
    long version();

    /** ISO 4217 code of the currency in which amounts are summed. */
    String base();

    /**
     * An amount in the base currency, rounded to its digits.
     *
     * @param day whose rate is wanted; null for the newest one
     * @return empty where the table has no rate for the currency
     */
    Optional<BigDecimal> inBase(BigDecimal amount, String currency, LocalDate day);
}
