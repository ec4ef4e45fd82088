package io.rapport.reporting.customers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How a customer buys 购买习惯, out of its orders that count. Depends on these alone, whatever order they came in.
 *
 * @param count             orders
 * @param firstAt           day of the first
 * @param lastAt            day of the last
 * @param everyDays         mean days from one order to the next, rounded; null for a single one
 * @param preferredProducts those in the most orders, at most {@value #MOST_PREFERRED}; what is in as many orders, by name
 */
public record PurchaseHabits(int count, LocalDate firstAt, LocalDate lastAt, Integer everyDays,
        List<String> preferredProducts) {

    static final int MOST_PREFERRED = 3;

    public PurchaseHabits {
        preferredProducts = preferredProducts == null ? List.of() : List.copyOf(preferredProducts);
    }

    /**
     * @param count    orders that count; null is returned for none
     * @param firstAt  day of the first; null where no order says its day
     * @param lastAt   day of the last; null where no order says its day
     * @param products how many orders each product is in
     */
    public static PurchaseHabits of(int count, LocalDate firstAt, LocalDate lastAt, Map<String, Integer> products) {
        if (count == 0) {
            return null;
        }
        Integer everyDays = count == 1 || firstAt == null ? null
                : Math.toIntExact(Math.round((double) ChronoUnit.DAYS.between(firstAt, lastAt) / (count - 1)));
        return new PurchaseHabits(count, firstAt, lastAt, everyDays, products.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PREFERRED).map(Map.Entry::getKey).toList());
    }
}
