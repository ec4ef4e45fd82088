package io.rapport.reporting.rates;

import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * The exchange rates that were set for one day.
 *
 * @param base     ISO 4217 code of the currency that the others are worth something in
 * @param rates    by ISO 4217 code: what one unit is worth, as exact decimal
 * @param archived whether the day has no rates of its own any more
 */
public record RatesOfDay(
        @BsonId String id,
        LocalDate date,
        String base,
        Map<String, String> rates,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long version,
        boolean archived) implements RecordDocument {

    public RatesOfDay {
        rates = rates == null ? Map.of() : Map.copyOf(rates);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.EXCHANGE_RATES;
    }
}
