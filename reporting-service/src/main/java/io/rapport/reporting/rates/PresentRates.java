package io.rapport.reporting.rates;

import io.rapport.contracts.ExchangeRates;
import io.rapport.reporting.intake.PresentDocuments;
import io.rapport.reporting.intake.RecordStore;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The present exchange rates. */
@Component
public class PresentRates extends PresentDocuments<RatesOfDay, Rates> {

    PresentRates(RecordStore store, RatesReadModel model) {
        super(store, model);
    }

    /**
     * @throws com.mongodb.MongoException if MongoDB cannot be reached
     */
    public Rates now() {
        return present();
    }

    /** Rates of this version or a newer one, which another instance goes by. */
    public Rates atLeast(long version) {
        Rates now = now();
        return now.version() >= version ? now : readAgain();
    }

    @Override
    protected Rates of(List<RatesOfDay> days) {
        long version = days.stream().mapToLong(RatesOfDay::version).sum();
        return version == 0 ? Rates.NONE : new Rates(version, ExchangeRates.of(days.stream()
                .filter(day -> !day.archived())
                .map(day -> new ExchangeRates.Table(day.date(), day.base(), decimals(day.rates()))).toList()));
    }

    private static Map<String, BigDecimal> decimals(Map<String, String> rates) {
        return rates.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, rate -> new BigDecimal(rate.getValue())));
    }
}
