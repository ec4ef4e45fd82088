package io.rapport.customer.application.rates;

import io.rapport.contracts.ExchangeRates;
import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.settings.Settings;
import io.rapport.customer.domain.rates.ExchangeRatesEvent;
import io.rapport.customer.domain.rates.RateTable;
import io.rapport.customer.domain.rates.RateTables;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The tables of all days that have one. */
@Component
public class AdministeredRates implements RateTables {

    private final PresentSettings<RateTable> tables;

    AdministeredRates(Settings settings) {
        tables = settings.keep("exchange-rates", ExchangeRatesEvent.class, RateTable.class, event -> switch (event) {
            case ExchangeRatesEvent.Set set -> set.table();
            case ExchangeRatesEvent.Removed _ -> null;
        });
    }

    @Override
    public Optional<String> baseOfOthers(LocalDate date) {
        return tables.stored().stream().map(Setting::definition).filter(table -> !table.date().equals(date))
                .map(RateTable::base).findFirst();
    }

    /** All tables as they are at this moment, the latest day first. */
    public List<RateTable> stored() {
        return tables.stored().stream().map(Setting::definition).toList().reversed();
    }

    /** All rates as they are at this moment. */
    public ExchangeRates rates() {
        return ExchangeRates.of(stored().stream()
                .map(table -> new ExchangeRates.Table(table.date(), table.base(), table.rates())).toList());
    }

    /** The tables with their versions. */
    public PresentSettings<RateTable> tables() {
        return tables;
    }
}
