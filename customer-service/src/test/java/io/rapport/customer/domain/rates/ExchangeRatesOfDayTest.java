package io.rapport.customer.domain.rates;

import io.rapport.contracts.refusal.Refusal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeRatesOfDayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String ID = "exchange-rates:2026-11-22";

    private AggregateTestFixture<ExchangeRatesOfDay> fixture;
    private String baseOfOthers;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(ExchangeRatesOfDay.class);
        RateTables others = date -> Optional.ofNullable(baseOfOthers);
        fixture.registerInjectableResource(others);
    }

    @Test
    void ratesAreSetForADay() {
        setFirst(table("CNY", "USD", "7.12")).expectEvents(new ExchangeRatesEvent.Set(table("CNY", "USD", "7.12")));
    }

    @Test
    void othersTakeTheirPlace() {
        var before = new ExchangeRatesEvent.Set(table("CNY", "USD", "7.12"));
        fixture.given(before).when(new ExchangeRatesCommand.Replace(ID, null, table("CNY", "EUR", "7.8")))
                .expectEvents(new ExchangeRatesEvent.Set(table("CNY", "EUR", "7.8")));
        prepare();
        fixture.given(before).when(new ExchangeRatesCommand.Replace(ID, null, table("CNY", "USD", "7.12")))
                .expectNoEvents();
    }

    @Test
    void theyAreRemovedOnceAndMayBeSetAgain() {
        var before = new ExchangeRatesEvent.Set(table("CNY", "USD", "7.12"));
        var removed = new ExchangeRatesEvent.Removed(DAY);
        fixture.given(before).when(new ExchangeRatesCommand.Remove(ID, null)).expectEvents(removed);
        prepare();
        fixture.given(before, removed).when(new ExchangeRatesCommand.Remove(ID, null)).expectNoEvents();
        prepare();
        fixture.given(before, removed).when(new ExchangeRatesCommand.Replace(ID, null, table("CNY", "USD", "7.12")))
                .expectEvents(before);
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        Map<String, BigDecimal> rates = new HashMap<>();
        rates.put("USD", BigDecimal.ZERO);
        rates.put("EUR", new BigDecimal("-1"));
        rates.put("XYZ", BigDecimal.ONE);
        rates.put("JPY", null);
        rates.put("GBP", new BigDecimal("0.1234567890123"));
        rates.put("CHF", new BigDecimal("1234567890123"));
        refused(setFirst(new RateTable(DAY, "ABC", rates)), "base currency-unknown", "rates.USD rate-not-positive",
                "rates.EUR rate-not-positive", "rates.XYZ currency-unknown", "rates.JPY required",
                "rates.GBP rate-out-of-range", "rates.CHF rate-out-of-range");
        prepare();
        refused(setFirst(new RateTable(DAY, "CNY", Map.of())), "rates required");
        prepare();
        refused(setFirst(table("CNY", "CNY", "1")), "rates.CNY rate-of-base");
    }

    @Test
    void allDaysHaveOneBase() {
        baseOfOthers = "USD";
        refused(setFirst(table("CNY", "EUR", "7.8")), "base base-differs");
        prepare();
        setFirst(table("USD", "EUR", "1.1")).expectSuccessfulHandlerExecution();
    }

    private ResultValidator<ExchangeRatesOfDay> setFirst(RateTable table) {
        return fixture.givenNoPriorActivity().when(new ExchangeRatesCommand.SetFirst(ID, table));
    }

    private static RateTable table(String base, String currency, String rate) {
        return new RateTable(DAY, base, Map.of(currency, new BigDecimal(rate)));
    }

    private static void refused(ResultValidator<ExchangeRatesOfDay> result, String... fieldsAndCodes) {
        var caught = new Refusal[1];
        result.expectNoEvents().expectException(new org.hamcrest.CustomMatcher<Throwable>("a refusal") {
            @Override
            public boolean matches(Object thrown) {
                caught[0] = thrown instanceof Refusal refusal ? refusal : null;
                return caught[0] != null;
            }
        });
        assertThat(caught[0].errors()).extracting(error -> error.field() + ' ' + error.code())
                .containsExactlyInAnyOrder(fieldsAndCodes);
    }
}
