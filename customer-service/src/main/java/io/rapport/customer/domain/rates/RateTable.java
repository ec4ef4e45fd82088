package io.rapport.customer.domain.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The exchange rates set for one day.
 *
 * @param base  ISO 4217 code of the currency that the others are worth something in
 * @param rates by ISO 4217 code: what one unit is worth in the base currency
 */
public record RateTable(LocalDate date, String base, Map<String, BigDecimal> rates) {

    public RateTable {
        rates = rates == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(rates));
    }
}
