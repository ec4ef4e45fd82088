package io.rapport.knowncustomers;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The replica's tables. A transaction is the caller's concern. */
final class KnownCustomerTable {

    /** Merges of merges; a chain is never so long. */
    private static final int MOST_MERGES = 100;

    private final JdbcClient database;

    KnownCustomerTable(JdbcClient database) {
        this.database = database;
    }

    Map<String, KnownCustomer> find(Collection<String> ids) {
        Map<String, KnownCustomer> found = HashMap.newHashMap(ids.size());
        database.sql("SELECT id, owner, archived, merged_into, withdrawn, version FROM known_customer WHERE id = ANY (?)")
                .param(ids.toArray(String[]::new))
                .query((row, _) -> new KnownCustomer(row.getString(1), row.getString(2), row.getBoolean(3),
                        row.getString(4), row.getBoolean(5), row.getLong(6)))
                .list().forEach(customer -> found.put(customer.id(), customer));
        return found;
    }

    /** The customer, or the one that stands in its place after all merges; empty where one of them is not known. */
    Optional<KnownCustomer> findAnswering(String id) {
        String wanted = id;
        for (int merges = 0; merges < MOST_MERGES; merges++) {
            KnownCustomer customer = find(List.of(wanted)).get(wanted);
            if (customer == null || customer.withdrawn()) {
                return Optional.empty();
            }
            if (customer.mergedInto() == null) {
                return Optional.of(customer);
            }
            wanted = customer.mergedInto();
        }
        return Optional.empty();
    }

    /** Stores what is newer than what is there. */
    void store(Collection<KnownCustomer> customers) {
        if (customers.isEmpty()) {
            return;
        }
        // In the order of ids, so that two processes that store the same rows do not wait for each other in a circle.
        List<KnownCustomer> rows = customers.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
        database.sql("""
                INSERT INTO known_customer (id, owner, archived, merged_into, withdrawn, version)
                SELECT * FROM unnest(?, ?, ?::boolean[], ?, ?::boolean[], ?::bigint[])
                ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, archived = excluded.archived,
                    merged_into = excluded.merged_into, withdrawn = excluded.withdrawn, version = excluded.version
                WHERE known_customer.version < excluded.version""")
                .param(rows.stream().map(KnownCustomer::id).toArray(String[]::new))
                .param(rows.stream().map(KnownCustomer::owner).toArray(String[]::new))
                .param(rows.stream().map(KnownCustomer::archived).toArray(Boolean[]::new))
                .param(rows.stream().map(KnownCustomer::mergedInto).toArray(String[]::new))
                .param(rows.stream().map(KnownCustomer::withdrawn).toArray(Boolean[]::new))
                .param(rows.stream().map(KnownCustomer::version).toArray(Long[]::new))
                .update();
    }

    /** The next offset of each partition; what was never read is not named. */
    Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new HashMap<>();
        database.sql("SELECT partition, next_offset FROM known_customer_position").query(row -> {
            positions.put(row.getInt(1), row.getLong(2));
        });
        return positions;
    }

    void move(Map<Integer, Long> positions) {
        positions.forEach((partition, next) -> database.sql("""
                INSERT INTO known_customer_position (partition, next_offset) VALUES (?, ?)
                ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset""")
                .param(partition).param(next).update());
    }
}
