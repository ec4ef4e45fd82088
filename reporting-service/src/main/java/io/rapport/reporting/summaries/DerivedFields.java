package io.rapport.reporting.summaries;

import io.rapport.contracts.Money;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.PurchaseHabits;
import io.rapport.reporting.rates.Rates;
import io.rapport.reporting.summaries.CustomerSummary.Contacts;
import io.rapport.reporting.summaries.CustomerSummary.Interactions;
import io.rapport.reporting.summaries.CustomerSummary.Opportunities;
import io.rapport.reporting.summaries.CustomerSummary.Orders;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a customer shows that follows from its records, out of the summaries of all customers that it answers for. What
 * a spreadsheet brought in the place of these records is superseded for good by the first of them, even if that one
 * counts no more.
 *
 * @param contact       whether there ever was a contact
 * @param primaryName   name of the contact in use that came first; null without one
 * @param interaction   whether there ever was an interaction
 * @param lastAt        null without an interaction in use
 * @param opportunity   whether there ever was an opportunity
 * @param open          amount of the open opportunities
 * @param order         whether there ever was an order
 * @param purchases     orders that count
 * @param revenue       amount of these
 * @param habits        of these; null without one
 * @param indexVersion  grows with every change of what this was made of, see {@link CustomerProfile#summaryVersion}
 */
record DerivedFields(boolean contact, String primaryName, boolean interaction, Instant lastAt, boolean opportunity,
        Sum open, boolean order, int purchases, Sum revenue,
        PurchaseHabits habits, long indexVersion) {

    /** Digits that every storage keeps. */
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /**
     * Amounts in one currency.
     *
     * @param total       in the base currency, or in the only one there is where that cannot be converted
     * @param withoutRate what could not be converted and is missing in the total
     */
    record Sum(Money total, List<Money> withoutRate) {
    }

    /**
     * @param summaries of all customers that count
     * @param ever      of all customers that count or have ever counted
     */
    static DerivedFields of(Collection<CustomerSummary> summaries, Collection<CustomerSummary> ever,
            Rates rates) {
        List<Contacts> contacts = parts(summaries, CustomerSummary::contacts);
        List<Interactions> interactions = parts(summaries, CustomerSummary::interactions);
        List<Opportunities> opportunities = parts(summaries, CustomerSummary::opportunities);
        List<Orders> orders = parts(summaries, CustomerSummary::orders);
        long versions = ever.stream().mapToLong(CustomerSummary::versions).sum();
        long ratesVersion = ever.stream().mapToLong(CustomerSummary::ratesVersion).max().orElse(0);
        return new DerivedFields(
                !contacts.isEmpty(), primary(contacts),
                !interactions.isEmpty(), interactions.stream().map(Interactions::lastAt)
                        .filter(last -> last != null).max(Comparator.naturalOrder()).orElse(null),
                !opportunities.isEmpty(), open(opportunities, rates),
                !orders.isEmpty(), orders.stream().mapToInt(Orders::count).sum(),
                sum(added(orders.stream().map(Orders::amounts)), orders.stream()
                        .map(part -> new BigDecimal(part.converted())).reduce(BigDecimal.ZERO, BigDecimal::add), rates),
                habits(orders),
                CustomerProfile.summaryVersion(versions, ratesVersion));
    }

    private static String primary(List<Contacts> contacts) {
        return contacts.stream().filter(part -> part.firstAt() != null)
                .min(Comparator.comparing(Contacts::firstAt).thenComparing(Contacts::firstId))
                .map(Contacts::firstName).orElse(null);
    }

    private static PurchaseHabits habits(List<Orders> orders) {
        Map<String, Integer> products = new HashMap<>();
        orders.forEach(part -> part.products().forEach(bought ->
                products.merge(bought.product(), bought.orders(), Integer::sum)));
        return PurchaseHabits.of(orders.stream().mapToInt(Orders::count).sum(),
                days(orders, Orders::firstAt).min(Comparator.naturalOrder()).orElse(null),
                days(orders, Orders::lastAt).max(Comparator.naturalOrder()).orElse(null),
                products);
    }

    private static Stream<LocalDate> days(List<Orders> orders, Function<Orders, LocalDate> day) {
        return orders.stream().map(day).filter(Objects::nonNull);
    }

    /** What is open is worth what it would be worth by the newest rates. */
    private static Sum open(List<Opportunities> parts, Rates rates) {
        Map<String, BigDecimal> amounts = added(parts.stream().map(Opportunities::amounts));
        BigDecimal converted = BigDecimal.ZERO;
        for (String currency : List.copyOf(amounts.keySet())) {
            BigDecimal exact = rates.exactly(amounts.get(currency), currency, null).orElse(null);
            if (exact != null) {
                converted = converted.add(exact);
                amounts.remove(currency);
            }
        }
        return sum(amounts, converted, rates);
    }

    private static Map<String, BigDecimal> added(Stream<Map<String, String>> parts) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        parts.forEach(part -> part.forEach((currency, amount) ->
                amounts.merge(currency, new BigDecimal(amount), BigDecimal::add)));
        return amounts;
    }

    /**
     * @param amounts   in the base currency, and in those for which there is no rate
     * @param converted from all others
     */
    private static Sum sum(Map<String, BigDecimal> amounts, BigDecimal converted, Rates rates) {
        boolean alone = amounts.size() == 1 && converted.signum() == 0;
        if (alone && !amounts.containsKey(rates.base())) {
            return new Sum(money(amounts.entrySet().iterator().next()), List.of());
        }
        Money total = rates.total(amounts.getOrDefault(rates.base(), BigDecimal.ZERO), converted);
        return new Sum(new Money(total.amount().round(DIGITS), total.currency()), amounts.entrySet().stream()
                .filter(amount -> !amount.getKey().equals(rates.base())).map(DerivedFields::money).toList());
    }

    private static Money money(Map.Entry<String, BigDecimal> amount) {
        return new Money(amount.getValue().round(DIGITS), amount.getKey());
    }

    private static <P> List<P> parts(Collection<CustomerSummary> summaries,
            Function<CustomerSummary, Map<String, P>> parts) {
        return summaries.stream().flatMap(summary -> parts.apply(summary).values().stream()).toList();
    }
}
