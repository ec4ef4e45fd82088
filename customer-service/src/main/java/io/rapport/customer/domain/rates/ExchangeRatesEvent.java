package io.rapport.customer.domain.rates;

import java.time.LocalDate;

/** What has happened to the exchange rates of a day, as it is stored. Private to this service. */
public sealed interface ExchangeRatesEvent {

    /** The rates of the day are these, and no others. */
    record Set(RateTable table) implements ExchangeRatesEvent {
    }

    /** The day has no rates of its own any more: those set before it hold. */
    record Removed(LocalDate date) implements ExchangeRatesEvent {
    }
}
