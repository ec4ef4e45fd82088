package io.rapport.reporting.rates;

import io.rapport.contracts.ExchangeRates;
import io.rapport.reporting.intake.IntakeListener;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordStore;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The present exchange rates, in memory: at most a second behind what another instance has taken in. */
@Component
public class PresentRates implements IntakeListener {

    /** For so long an instance may go by rates that another one knows to be old. */
    public static final Duration FRESH = Duration.ofSeconds(1);

    private final RecordStore store;
    private final RatesReadModel model;
    private volatile Read latest;

    PresentRates(RecordStore store, RatesReadModel model) {
        this.store = store;
        this.model = model;
    }

    private record Read(Rates rates, long atNanos) {
    }

    /**
     * @throws com.mongodb.MongoException if MongoDB cannot be reached
     */
    public Rates now() {
        Read read = latest;
        return read != null && System.nanoTime() - read.atNanos() <= FRESH.toNanos() ? read.rates() : read();
    }

    /** Rates of this version or a newer one, which another instance goes by. */
    public Rates atLeast(long version) {
        Rates now = now();
        return now.version() >= version ? now : read();
    }

    private Rates read() {
        long begun = System.nanoTime();
        List<RatesOfDay> days = store.all(model);
        long version = days.stream().mapToLong(RatesOfDay::version).sum();
        Rates rates = version == 0 ? Rates.NONE : new Rates(version, ExchangeRates.of(days.stream()
                .filter(day -> !day.archived())
                .map(day -> new ExchangeRates.Table(day.date(), day.base(), decimals(day.rates()))).toList()));
        latest = new Read(rates, begun);
        return rates;
    }

    private static Map<String, BigDecimal> decimals(Map<String, String> rates) {
        return rates.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, rate -> new BigDecimal(rate.getValue())));
    }

    @Override
    public void documentsStored(Collection<? extends RecordDocument> documents) {
        if (documents.stream().anyMatch(RatesOfDay.class::isInstance)) {
            latest = null;
        }
    }

    @Override
    public void documentsIndexed(Collection<? extends RecordDocument> documents) {
        // Rates are not in the index.
    }

    @Override
    public void storageLost() {
        latest = null;
    }
}
