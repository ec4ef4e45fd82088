package io.rapport.interaction.application.contacts;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The replica's tables. A transaction is the caller's concern. */
final class KnownContactTable {

    /** Rows that one question looks at: a domain may be that of very many. */
    private static final int MOST_ROWS = 10_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A contact that has one of the addresses, or of the domains, that were asked for. */
    record Holder(String id, String owner, Set<String> customers, Set<String> addresses, Set<String> domains) {
    }

    private final JdbcClient database;

    KnownContactTable(JdbcClient database) {
        this.database = database;
    }

    /** @param addresses in lower case */
    List<Holder> byAddress(Collection<String> addresses) {
        return holders("addresses", addresses);
    }

    /** @param domains in lower case */
    List<Holder> byDomain(Collection<String> domains) {
        return holders("domains", domains);
    }

    private List<Holder> holders(String column, Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return database.sql("SELECT id, owner, customers, addresses, domains FROM known_contact WHERE NOT hidden AND "
                        + column + " && ?::text[] ORDER BY id LIMIT " + MOST_ROWS)
                .param(wanted.toArray(String[]::new))
                .query((row, _) -> new Holder(row.getString(1), row.getString(2), texts(row, 3), texts(row, 4),
                        texts(row, 5))).list();
    }

    private static Set<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return Set.of((String[]) array.getArray());
    }

    /** The next offset of each partition; what was never read is not named. */
    Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new HashMap<>();
        database.sql("SELECT partition, next_offset FROM known_contact_position").query(row -> {
            positions.put(row.getInt(1), row.getLong(2));
        });
        return positions;
    }

    void move(Map<Integer, Long> positions) {
        positions.forEach((partition, next) -> database.sql("""
                INSERT INTO known_contact_position (partition, next_offset) VALUES (?, ?)
                ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset""")
                .param(partition).param(next).update());
    }

    Map<String, KnownContact> find(Collection<String> ids) {
        return database.sql("SELECT id, owner, facts, hidden, version FROM known_contact WHERE id = ANY (?)")
                .param(ids.toArray(String[]::new))
                .query((row, _) -> new KnownContact(row.getString(1), row.getString(2),
                        (ObjectNode) JSON.readTree(row.getString(3)), row.getBoolean(4), row.getLong(5)))
                .list().stream().collect(Collectors.toMap(KnownContact::id, contact -> contact));
    }

    /** Stores what is newer than what is there. */
    void store(KnownContact contact) {
        database.sql("""
                INSERT INTO known_contact (id, owner, facts, customers, addresses, domains, hidden, version)
                VALUES (?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, facts = excluded.facts, customers = excluded.customers,
                    addresses = excluded.addresses, domains = excluded.domains, hidden = excluded.hidden,
                    version = excluded.version
                WHERE known_contact.version < excluded.version""")
                .param(contact.id()).param(contact.owner()).param(contact.facts().toString())
                .param(contact.customers().toArray(String[]::new))
                .param(contact.addresses().toArray(String[]::new))
                .param(contact.domains().toArray(String[]::new))
                .param(contact.hidden()).param(contact.version()).update();
    }
}
