package io.rapport.customer.publication.rates;

import io.rapport.customer.domain.rates.ExchangeRatesEvent;
import io.rapport.customer.domain.rates.RateTable;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.time.LocalDate;

/** What the world learns of each private event of exchange rates. */
@Component
class ExchangeRatesPublication implements EventPublication<ExchangeRatesEvent> {

    @Override
    public PublicEvent publish(ExchangeRatesEvent storedEvent) {
        return switch (storedEvent) {
            case ExchangeRatesEvent.Set(RateTable table) -> new PublicEvent("exchange-rates.set.v1",
                    new ExchangeRatesContract.Set(table.base(), table.date(), table.rates()));
            case ExchangeRatesEvent.Removed(LocalDate date) -> new PublicEvent("exchange-rates.removed.v1",
                    new ExchangeRatesContract.Removed(date));
        };
    }
}
