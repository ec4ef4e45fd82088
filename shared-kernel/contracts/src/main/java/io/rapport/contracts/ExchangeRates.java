package io.rapport.contracts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What currencies are worth on each day, as an administrator has set it. On a day the rate holds that was set last for
 * that currency on the day or before. Immutable; pure.
 *
 * <p>Rounding: amounts are added and multiplied exactly; what had to be converted is rounded once, at the end, half up
 * (四舍五入) to the smallest unit of the currency asked for. Amounts that are in this currency already are never rounded.
 * A sum depends neither on the order of its amounts nor on how they are grouped before.
 */
public final class ExchangeRates {

    /** The currency that others are worth something in until an administrator says otherwise. */
    public static final String DEFAULT_BASE = "CNY";

    /** Digits of a quotient before it is rounded: far more than any amount has. */
    private static final MathContext QUOTIENT = new MathContext(60, RoundingMode.HALF_EVEN);

    /**
     * The rates set for one day.
     *
     * @param base  ISO 4217 code of the currency that the others are worth something in
     * @param rates by ISO 4217 code: what one unit is worth in the base currency; greater than zero
     */
    public record Table(LocalDate date, String base, Map<String, BigDecimal> rates) {

        public Table {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(base, "base");
            rates = Map.copyOf(rates);
        }
    }

    /** What one unit of a currency is worth in the base currency, and the day this was set for. */
    public record Rate(BigDecimal value, LocalDate since) {
    }

    /** An amount and the day whose rates hold for it. */
    public record Dated(Money amount, LocalDate on) {
    }

    /**
     * @param total       of everything that could be converted
     * @param unconverted sums of what could not, for want of a rate: one for each currency, in the order of codes
     */
    public record Sum(Money total, List<Money> unconverted) {
    }

    private final String base;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

    private ExchangeRates(String base) {
        this.base = base;
    }

    /** No rates: amounts add up within one currency only. */
    public static ExchangeRates none() {
        return new ExchangeRates(DEFAULT_BASE);
    }

    /**
     * The rates of many days. The latest day decides the base; tables of another base do not count.
     *
     * @param tables at most one for each day
     */
    public static ExchangeRates of(Collection<Table> tables) {
        String base = tables.stream().max(Comparator.comparing(Table::date)).map(Table::base).orElse(DEFAULT_BASE);
        ExchangeRates all = new ExchangeRates(base);
        tables.stream().filter(table -> table.base().equals(base)).forEach(table -> table.rates().forEach(
                (currency, rate) -> all.rates.computeIfAbsent(currency, any -> new TreeMap<>()).put(table.date(), rate)));
        return all;
    }

    /** ISO 4217 code. */
    public String base() {
        return base;
    }

    /** Every currency that has a rate on this day, in the order of codes; the base is not among them. */
    public Map<String, Rate> on(LocalDate day) {
        Map<String, Rate> known = new TreeMap<>();
        rates.keySet().forEach(currency -> find(currency, day).ifPresent(rate -> known.put(currency, rate)));
        return known;
    }

    /**
     * The amount in another currency, rounded to its smallest unit; unchanged where it is in this currency already.
     *
     * @return empty for want of a rate
     */
    public Optional<Money> convert(Money amount, String currency, LocalDate on) {
        Sum sum = sum(List.of(new Dated(amount, on)), currency);
        return sum.unconverted().isEmpty() ? Optional.of(sum.total()) : Optional.empty();
    }

    /** The sum of amounts in several currencies, in one of them or in any other. */
    public Sum sum(Collection<Dated> amounts, String currency) {
        BigDecimal own = BigDecimal.ZERO;
        Map<BigDecimal, BigDecimal> foreign = new TreeMap<>();
        Map<String, BigDecimal> unconverted = new TreeMap<>();
        for (Dated dated : amounts) {
            Money money = dated.amount();
            Optional<BigDecimal> from = value(money.currency(), dated.on());
            Optional<BigDecimal> to = value(currency, dated.on());
            if (money.currency().equals(currency)) {
                own = own.add(money.amount());
            } else if (from.isPresent() && to.isPresent()) {
                foreign.merge(to.get(), money.amount().multiply(from.get()), BigDecimal::add);
            } else {
                unconverted.merge(money.currency(), money.amount(), BigDecimal::add);
            }
        }
        BigDecimal converted = foreign.entrySet().stream()
                .map(group -> group.getValue().divide(group.getKey(), QUOTIENT))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(smallestUnit(currency), RoundingMode.HALF_UP);
        return new Sum(new Money(own.add(converted), currency), unconverted.entrySet().stream()
                .map(rest -> new Money(rest.getValue(), rest.getKey())).toList());
    }

    private Optional<BigDecimal> value(String currency, LocalDate on) {
        return currency.equals(base) ? Optional.of(BigDecimal.ONE) : find(currency, on).map(Rate::value);
    }

    private Optional<Rate> find(String currency, LocalDate on) {
        return Optional.ofNullable(rates.get(currency)).map(days -> days.floorEntry(on))
                .map(entry -> new Rate(entry.getValue(), entry.getKey()));
    }

    private static int smallestUnit(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
