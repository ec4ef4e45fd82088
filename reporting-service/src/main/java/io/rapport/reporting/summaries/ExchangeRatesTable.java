package io.rapport.reporting.summaries;

/** Where the present exchange rates come from. */
@FunctionalInterface
public interface ExchangeRatesTable {

    /** The rates as they are known now; does not change while it is used. */
    ExchangeRates now();
}
