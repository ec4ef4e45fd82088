package io.rapport.contracts;

import io.rapport.contracts.ExchangeRates.Dated;
import io.rapport.contracts.ExchangeRates.Table;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeRatesProperties {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Property(tries = 300)
    void aSumDoesNotDependOnTheOrder(@ForAll("tables") List<Table> tables, @ForAll("amounts") List<Dated> amounts,
            @ForAll("currencies") String currency, @ForAll Random random) {
        ExchangeRates rates = ExchangeRates.of(tables);
        List<Dated> shuffled = new ArrayList<>(amounts);
        Collections.shuffle(shuffled, random);
        assertThat(rates.sum(shuffled, currency)).isEqualTo(rates.sum(amounts, currency));
    }

    @Property(tries = 300)
    void adjacentSumsDifferFromTheWholeByNoMoreThanTheirRounding(@ForAll("tables") List<Table> tables,
            @ForAll("amounts") List<Dated> some, @ForAll("amounts") List<Dated> others) {
        ExchangeRates rates = ExchangeRates.of(tables);
        List<Dated> all = new ArrayList<>(some);
        all.addAll(others);
        BigDecimal apart = rates.sum(some, "CNY").total().amount().add(rates.sum(others, "CNY").total().amount());
        assertThat(rates.sum(all, "CNY").total().amount().subtract(apart).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.01"));
    }

    @Property(tries = 300)
    void oneCurrencyAddsUpExactlyWhateverTheRates(@ForAll("tables") List<Table> tables,
            @ForAll("amounts") List<Dated> amounts) {
        List<Dated> dollars = amounts.stream().filter(dated -> dated.amount().currency().equals("USD")).toList();
        BigDecimal exact = dollars.stream().map(dated -> dated.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(ExchangeRates.of(tables).sum(dollars, "USD").total().amount()).isEqualByComparingTo(exact);
    }

    @Property(tries = 300)
    void nothingIsLost(@ForAll("amounts") List<Dated> amounts) {
        var sum = ExchangeRates.none().sum(amounts, "CNY");
        for (String currency : List.of("CNY", "USD", "JPY", "KWD")) {
            BigDecimal exact = amounts.stream().map(Dated::amount).filter(money -> money.currency().equals(currency))
                    .map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal told = currency.equals("CNY") ? sum.total().amount() : sum.unconverted().stream()
                    .filter(money -> money.currency().equals(currency)).map(Money::amount)
                    .findFirst().orElse(BigDecimal.ZERO);
            assertThat(told).isEqualByComparingTo(exact);
        }
    }

    @Property(tries = 300)
    void theTableOfTheDayOrTheLastBeforeItCounts(@ForAll("tables") List<Table> tables, @ForAll("days") LocalDate day) {
        var expected = tables.stream().filter(table -> !table.date().isAfter(day) && table.rates().containsKey("USD"))
                .reduce((one, other) -> one.date().isAfter(other.date()) ? one : other)
                .map(table -> table.rates().get("USD"));
        assertThat(ExchangeRates.of(tables).on(day).containsKey("USD")).isEqualTo(expected.isPresent());
        expected.ifPresent(rate -> assertThat(ExchangeRates.of(tables).on(day).get("USD").value()).isEqualTo(rate));
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("CNY", "USD", "JPY", "KWD");
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-5, 40).map(START::plusDays);
    }

    @Provide
    Arbitrary<List<Dated>> amounts() {
        Arbitrary<BigDecimal> amount = Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("1e12"))
                .ofScale(4);
        return Combinators.combine(amount, currencies(), days())
                .as((value, currency, day) -> new Dated(new Money(value, currency), day)).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Table>> tables() {
        Arbitrary<BigDecimal> rate = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.000001"), new BigDecimal("1000")).ofScale(6);
        Arbitrary<Map<String, BigDecimal>> rates = Arbitraries.maps(Arbitraries.of("USD", "JPY", "KWD"), rate);
        return Combinators.combine(days(), rates).as((day, ofDay) -> new Table(day, "CNY", ofDay))
                .list().ofMaxSize(6).uniqueElements(Table::date);
    }
}
