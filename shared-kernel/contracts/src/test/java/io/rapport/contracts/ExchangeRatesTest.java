package io.rapport.contracts;

import io.rapport.contracts.ExchangeRates.Dated;
import io.rapport.contracts.ExchangeRates.Rate;
import io.rapport.contracts.ExchangeRates.Table;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeRatesTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final ExchangeRates RATES = ExchangeRates.of(List.of(
            new Table(APRIL, "CNY", Map.of("USD", decimal("7.2"))),
            new Table(MARCH, "CNY", Map.of("USD", decimal("7.1"), "EUR", decimal("7.8"), "JPY", decimal("0.048")))));

    @Test
    void theRateHoldsUntilAnotherIsSet() {
        assertThat(RATES.convert(money("100", "USD"), "CNY", MARCH.minusDays(1))).isEmpty();
        assertThat(RATES.convert(money("100", "USD"), "CNY", MARCH)).contains(money("710.00", "CNY"));
        assertThat(RATES.convert(money("100", "USD"), "CNY", APRIL.minusDays(1))).contains(money("710.00", "CNY"));
        assertThat(RATES.convert(money("100", "USD"), "CNY", APRIL.plusYears(9))).contains(money("720.00", "CNY"));
    }

    @Test
    void aDayThatNamesSomeCurrenciesLeavesTheOthersAsTheyWere() {
        assertThat(RATES.on(APRIL)).containsExactly(
                Map.entry("EUR", new Rate(decimal("7.8"), MARCH)),
                Map.entry("JPY", new Rate(decimal("0.048"), MARCH)),
                Map.entry("USD", new Rate(decimal("7.2"), APRIL)));
    }

    @Test
    void anyCurrencyTurnsIntoAnyOther() {
        assertThat(RATES.convert(money("1000", "CNY"), "USD", APRIL)).contains(money("138.89", "USD"));
        assertThat(RATES.convert(money("100", "EUR"), "USD", MARCH)).contains(money("109.86", "USD"));
        assertThat(RATES.convert(money("1", "USD"), "JPY", MARCH)).contains(money("148", "JPY"));
        assertThat(RATES.convert(money("1", "GBP"), "CNY", APRIL)).isEmpty();
        assertThat(RATES.convert(money("1", "CNY"), "GBP", APRIL)).isEmpty();
    }

    @Test
    void halfASmallestUnitIsRoundedUp() {
        ExchangeRates half = ExchangeRates.of(List.of(new Table(MARCH, "CNY", Map.of("USD", decimal("0.005")))));
        assertThat(half.convert(money("1", "USD"), "CNY", MARCH)).contains(money("0.01", "CNY"));
        assertThat(half.convert(money("0.9", "USD"), "CNY", MARCH)).contains(money("0.00", "CNY"));
    }

    @Test
    void aSumIsRoundedOnce() {
        var yen = List.of(new Dated(money("0.3", "JPY"), MARCH), new Dated(money("0.3", "JPY"), MARCH));
        assertThat(RATES.convert(yen.getFirst().amount(), "CNY", MARCH)).contains(money("0.01", "CNY"));
        assertThat(RATES.sum(yen, "CNY").total()).isEqualTo(money("0.03", "CNY"));
    }

    @Test
    void whatHasNoRateIsNamedAndNotLost() {
        var sum = RATES.sum(List.of(new Dated(money("1", "GBP"), APRIL), new Dated(money("2", "GBP"), APRIL),
                new Dated(money("3", "CHF"), APRIL), new Dated(money("10", "USD"), APRIL),
                new Dated(money("5.1234", "CNY"), APRIL)), "CNY");
        assertThat(sum.total()).isEqualTo(money("77.1234", "CNY"));
        assertThat(sum.unconverted()).containsExactly(money("3.00", "CHF"), money("3.00", "GBP"));
    }

    @Test
    void withoutRatesAmountsAddUpWithinTheirCurrency() {
        var sum = ExchangeRates.none().sum(List.of(new Dated(money("1", "CNY"), MARCH)), "CNY");
        assertThat(sum.total()).isEqualTo(money("1.00", "CNY"));
        assertThat(ExchangeRates.none().sum(List.of(), "USD").total()).isEqualTo(money("0.00", "USD"));
    }

    @Test
    void theLatestDayDecidesTheBase() {
        ExchangeRates rates = ExchangeRates.of(List.of(new Table(MARCH, "CNY", Map.of("USD", decimal("7"))),
                new Table(APRIL, "USD", Map.of("CNY", decimal("0.14")))));
        assertThat(rates.base()).isEqualTo("USD");
        assertThat(rates.convert(money("100", "CNY"), "USD", APRIL)).contains(money("14.00", "USD"));
        assertThat(rates.convert(money("100", "CNY"), "USD", MARCH)).isEmpty();
    }

    private static Money money(String amount, String currency) {
        return new Money(decimal(amount), currency);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
