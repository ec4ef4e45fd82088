package io.rapport.reporting.summaries;

import io.rapport.contracts.Money;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.summaries.CustomerSummary.Contacts;
import io.rapport.reporting.summaries.CustomerSummary.Interactions;
import io.rapport.reporting.summaries.CustomerSummary.Opportunities;
import io.rapport.reporting.summaries.CustomerSummary.Orders;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

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
 * @param indexVersion  grows with every change of what this was made of, see {@link CustomerProfile#summaryVersion}
 */
record DerivedFields(boolean contact, String primaryName, boolean interaction, Instant lastAt, boolean opportunity,
        Sum open, boolean order, int purchases, Sum revenue, long indexVersion) {

    /** Digits that every storage keeps. */
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /**
     * Amounts in one currency.
     *
     * @param total       null where they are in several currencies of which none can be converted
     * @param withoutRate what could not be converted and is missing in the total
     */
    record Sum(Money total, List<Money> withoutRate) {
    }

    /**
     * @param summaries of all customers that count
     * @param ever      of all customers that count or have ever counted
     */
    static DerivedFields of(Collection<CustomerSummary> summaries, Collection<CustomerSummary> ever,
            ExchangeRates rates) {
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
                !opportunities.isEmpty(), sum(opportunities.stream().map(Opportunities::amounts).toList(), rates),
                !orders.isEmpty(), orders.stream().mapToInt(Orders::count).sum(),
                sum(orders.stream().map(Orders::amounts).toList(), rates),
                CustomerProfile.summaryVersion(versions, ratesVersion));
    }

    private static String primary(List<Contacts> contacts) {
        return contacts.stream().filter(part -> part.firstAt() != null)
                .min(Comparator.comparing(Contacts::firstAt).thenComparing(Contacts::firstId))
                .map(Contacts::firstName).orElse(null);
    }

    private static Sum sum(List<Map<String, String>> parts, ExchangeRates rates) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        parts.forEach(part -> part.forEach((currency, amount) -> 
                amounts.merge(currency, new BigDecimal(amount), BigDecimal::add)));
        BigDecimal total = null;
        TreeMap<String, BigDecimal> withoutRate = new TreeMap<>();
        for (Map.Entry<String, BigDecimal> amount : amounts.entrySet()) {
            BigDecimal inBase = rates.inBase(amount.getValue(), amount.getKey(), null).orElse(null);
            if (inBase == null) {
                withoutRate.put(amount.getKey(), amount.getValue());
            } else {
                total = total == null ? inBase : total.add(inBase);
            }
        }
        if (total == null && withoutRate.size() == 1) {
            return new Sum(money(withoutRate.firstEntry()), List.of());
        }
        if (total == null && withoutRate.isEmpty()) {
            total = BigDecimal.ZERO;
        }
        return new Sum(total == null ? null : new Money(total.round(DIGITS), rates.base()),
                withoutRate.entrySet().stream().map(DerivedFields::money).toList());
    }

    private static Money money(Map.Entry<String, BigDecimal> amount) {
        return new Money(amount.getValue().round(DIGITS), amount.getKey());
    }

    private static <P> List<P> parts(Collection<CustomerSummary> summaries,
            Function<CustomerSummary, Map<String, P>> parts) {
        return summaries.stream().flatMap(summary -> parts.apply(summary).values().stream()).toList();
    }
}
