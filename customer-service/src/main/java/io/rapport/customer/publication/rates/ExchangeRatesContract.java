package io.rapport.customer.publication.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Data of the public events of exchange rates, version 1. Described by the JSON Schemas in {@code contracts/exchange-rates/v1}. */
public sealed interface ExchangeRatesContract {

    /**
     * {@code exchange-rates.set.v1}
     *
     * @param rates by currency: what one unit is worth in the base currency, as exact text
     */
    record Set(String base, LocalDate date, Map<String, BigDecimal> rates) implements ExchangeRatesContract {
    }

    /** {@code exchange-rates.removed.v1} */
    record Removed(LocalDate date) implements ExchangeRatesContract {
    }
}
