package io.rapport.customer.application.orders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Orders by their numbers, asked of the reservations, which are never behind. */
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
        database.sql("SELECT value, record_id FROM reservation WHERE scope = ? AND value = ANY (?)")
                .param(ReservedOrderNumbers.SCOPE)
                .param(numbers.stream().map(KnownOrders::folded).distinct().toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString(1), row.getString(2));
                });
        return ids;
    }
}
