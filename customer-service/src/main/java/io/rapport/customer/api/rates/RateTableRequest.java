package io.rapport.customer.api.rates;

import io.rapport.contracts.ExchangeRates;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.rates.RateTable;
import io.rapport.values.FieldErrors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The rates of a day as an administrator writes them.
 *
 * @param date  may be left out; the path says it
 * @param base  null: CNY
 * @param rates exact decimals as text, by currency
 */
record RateTableRequest(LocalDate date, String base, Map<String, String> rates) {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    /** @throws Refusal INVALID for what is no decimal, or for another day than that of the path */
    RateTable table(LocalDate pathDate) {
        FieldErrors errors = new FieldErrors();
        if (date != null && !date.equals(pathDate)) {
            errors.add("date", "key-fixed");
        }
        Map<String, BigDecimal> exact = new TreeMap<>();
        (rates == null ? Map.<String, String>of() : rates).forEach((currency, rate) -> {
            if (rate == null || DECIMAL.matcher(rate).matches()) {
                exact.put(currency, rate == null ? null : new BigDecimal(rate));
            } else {
                errors.add("rates." + currency, "rate-not-decimal");
            }
        });
        errors.throwIfAny();
        return new RateTable(pathDate, base == null ? ExchangeRates.DEFAULT_BASE : base, exact);
    }
}
