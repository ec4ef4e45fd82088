package io.rapport.customer.publication.rates;

import io.rapport.customer.domain.rates.ExchangeRatesEvent;
import io.rapport.customer.domain.rates.RateTable;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

class ExchangeRatesPublicationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() {
        var publication = new ExchangeRatesPublication();
        return new PublishedExamples<ExchangeRatesEvent>("contracts/exchange-rates/v1", Map.of(
                "exchange-rates.set.v1.example", new ExchangeRatesEvent.Set(new RateTable(DAY, "CNY",
                        Map.of("USD", new BigDecimal("7.12"), "EUR", new BigDecimal("7.8501")))),
                "exchange-rates.removed.v1.example", new ExchangeRatesEvent.Removed(DAY)))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }
}
