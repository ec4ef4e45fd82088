package io.rapport.customer.application.orders;

import io.rapport.contracts.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Orders that there are, by what files say of them; never behind. */
@Component
public class KnownOrders {

    private final JdbcClient database;

    KnownOrders(JdbcClient database) {
        this.database = database;
    }

    /** What tells two numbers apart: case does not. */
    public static String folded(String number) {
        return number.toUpperCase(Locale.ROOT);
    }

    /** Ids by folded number, of those numbers that an order has. */
    public Map<String, String> byNumber(Collection<String> numbers) {
        Map<String, String> ids = new HashMap<>();
        if (numbers.isEmpty()) {
            return ids;
        }
        database.sql("SELECT value, record_id FROM reservation WHERE scope = ? AND value = ANY (?)")
                .param(ReservedOrderNumbers.SCOPE)
                .param(numbers.stream().map(KnownOrders::folded).distinct().toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString(1), row.getString(2));
                });
        return ids;
    }

    /** Who bought for how much on which day. */
    public record Purchase(String customerId, LocalDate day, Money amount) {
    }

    /** Ids of the orders of each purchase, also of customers for which this one answers; absent where there is none. */
    public Map<Purchase, List<String>> byPurchase(Collection<Purchase> purchases) {
        Map<Purchase, List<String>> ids = new HashMap<>();
        if (purchases.isEmpty()) {
            return ids;
        }
        List<Purchase> wanted = List.copyOf(purchases);
        database.sql("""
                SELECT place, order_id FROM unnest(?, ?::date[], ?, ?) WITH ORDINALITY
                    AS wanted (customer, day, total, money, place)
                JOIN customer_order ON ordered_at = day AND amount = total AND currency = money
                    AND customer_id = ANY (ARRAY[customer]
                        || ARRAY(SELECT a.customer_id FROM customer_answering a WHERE a.answering_id = customer))""")
                .param(wanted.stream().map(Purchase::customerId).toArray(String[]::new))
                .param(wanted.stream().map(purchase -> purchase.day().toString()).toArray(String[]::new))
                .param(wanted.stream().map(purchase -> purchase.amount().amount()).toArray(BigDecimal[]::new))
                .param(wanted.stream().map(purchase -> purchase.amount().currency()).toArray(String[]::new))
                .query(row -> {
                    ids.computeIfAbsent(wanted.get(row.getInt(1) - 1), _ -> new ArrayList<>()).add(row.getString(2));
                });
        return ids;
    }
}
