package io.rapport.knowncustomers;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** By which numbers and names customers are called, for files that speak of them without ids. */
public final class KnownCustomerNames {

    private final JdbcClient database;

    KnownCustomerNames(JdbcClient database) {
        this.database = database;
    }

    /** Ids of the customers that have these numbers, by number. */
    public Map<String, List<String>> byNumber(Collection<String> numbers) {
        return find("number", numbers);
    }

    /**
     * Ids of all customers of these names, by the {@link #key} of the name; those that were merged or withdrawn are not
     * among them.
     */
    public Map<String, List<String>> byName(Collection<String> names) {
        return find("name_key", names.stream().map(KnownCustomerNames::key).toList());
    }

    /** A name folded in width and case, without spaces and punctuation. */
    public static String key(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "");
        return folded.isEmpty() ? name.strip() : folded;
    }

    private Map<String, List<String>> find(String column, Collection<String> values) {
        Map<String, List<String>> found = new HashMap<>();
        if (!values.isEmpty()) {
            database.sql("""
                    SELECT %1$s, called.customer_id FROM known_customer_name AS called
                    JOIN known_customer ON known_customer.id = called.customer_id
                    WHERE %1$s = ANY (?) AND merged_into IS NULL AND NOT withdrawn
                    ORDER BY called.customer_id""".formatted(column))
                    .param(values.toArray(String[]::new))
                    .query(row -> {
                        found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
                    });
        }
        return found;
    }

    /** Stores what is newer than what is there; part of the caller's transaction. */
    void store(List<CustomerTopicMessage> messages) {
        for (CustomerTopicMessage message : messages) {
            switch (message.type()) {
                case "customer.registered.v1" -> store(message, message.data().path("facts"));
                case "customer.changed.v1", "customer.absorbed.v1", "customer.released.v1" ->
                        store(message, message.data().path("changed"));
                default -> { }
            }
        }
    }

    private void store(CustomerTopicMessage message, JsonNode facts) {
        String number = message.data().path("number").asString(null);
        String name = facts.path("name").asString(null);
        if (number != null || name != null) {
            database.sql("""
                    INSERT INTO known_customer_name AS known (customer_id, number, name_key, version)
                    VALUES (?, ?, ?, ?)
                    ON CONFLICT (customer_id) DO UPDATE SET number = coalesce(excluded.number, known.number),
                        name_key = coalesce(excluded.name_key, known.name_key), version = excluded.version
                    WHERE known.version < excluded.version""")
                    .params(message.id(), number, name == null ? null : key(name), message.sequence()).update();
        }
    }
}
