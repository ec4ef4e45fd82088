package io.rapport.customer.api.rates;

import io.rapport.contracts.ExchangeRates;
import io.rapport.customer.domain.rates.RateTable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rates as answers show them: exact decimals as text. */
final class RatesAnswer {

    private RatesAnswer() {
    }

    /** The rates set for one day. */
    record OfDay(LocalDate date, String base, Map<String, String> rates) {

        static OfDay of(RateTable table) {
            Map<String, String> rates = new LinkedHashMap<>();
            table.rates().forEach((currency, rate) -> rates.put(currency, rate.toPlainString()));
            return new OfDay(table.date(), table.base(), rates);
        }
    }

    /** The rates that hold on a day. */
    record InForce(LocalDate date, String base, Map<String, Rate> rates) {

        static InForce of(ExchangeRates all, LocalDate date) {
            Map<String, Rate> rates = new LinkedHashMap<>();
            all.on(date).forEach((currency, rate) ->
                    rates.put(currency, new Rate(rate.value().toPlainString(), rate.since())));
            return new InForce(date, all.base(), rates);
        }
    }

    /** @param since the day it was set for */
    record Rate(String rate, LocalDate since) {
    }
}
