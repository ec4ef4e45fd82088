package io.rapport.customer.domain.rates;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

import java.time.LocalDate;

/**
 * What can be asked of the exchange rates of a day. {@code expectedVersion} counts from 0 and is null where any version
 * will do.
 */
public sealed interface ExchangeRatesCommand {

    /** The id of the day's record, such as {@code exchange-rates:2026-11-22}. */
    String id();

    /** The id of the record of a day. */
    static String idOf(LocalDate date) {
        return "exchange-rates:" + date;
    }

    /** The first rates of a day. */
    record SetFirst(@TargetAggregateIdentifier String id, RateTable table) implements ExchangeRatesCommand {
    }

    /** Other rates for a day. */
    record Replace(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion, RateTable table)
            implements ExchangeRatesCommand {
    }

    /** No rates for a day. */
    record Remove(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion)
            implements ExchangeRatesCommand {
    }
}
