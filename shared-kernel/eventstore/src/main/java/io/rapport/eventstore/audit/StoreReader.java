package io.rapport.eventstore.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the store record by record, in pages, so that neither memory nor a transaction grows with it. */
final class StoreReader {

    private static final int PAGE = 10_000;

    /**
     * @param sequence from 1
     */
    record StoredEvent(String recordId, long sequence, String eventId, long globalIndex) {
    }

    /** How far the relay has come. */
    record Position(long index, TreeSet<Long> gaps) {

        boolean includes(long globalIndex) {
            return globalIndex <= index && !gaps.contains(globalIndex);
        }
    }

    private final JdbcTemplate jdbc;

    StoreReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Position relayed() {
        List<String> tokens = jdbc.queryForList("""
                SELECT convert_from(token, 'UTF8') FROM token_entry
                WHERE processor_name = 'relay' AND token IS NOT NULL""", String.class);
        if (tokens.isEmpty()) {
            return new Position(0, new TreeSet<>());
        }
        JsonNode token = JsonMapper.shared().readTree(tokens.getFirst());
        TreeSet<Long> gaps = new TreeSet<>();
        token.path("gaps").forEach(gap -> gaps.add(gap.asLong()));
        return new Position(token.path("index").asLong(), gaps);
    }

    /** @param without kinds of record that are left out */
    void forEach(Set<String> without, Consumer<StoredEvent> visitor) {
        StoredEvent last = new StoredEvent("", 0, "", 0);
        List<StoredEvent> page;
        do {
            page = jdbc.query("""
                    SELECT aggregate_identifier, sequence_number + 1, event_identifier, global_index FROM domain_event
                    WHERE (aggregate_identifier, sequence_number) > (?, ?) AND type <> ALL (?)
                    ORDER BY aggregate_identifier, sequence_number LIMIT ?
                    """, StoreReader::event, last.recordId, last.sequence - 1, without.toArray(String[]::new), PAGE);
            page.forEach(visitor);
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == PAGE);
    }

    /** The last event of each record of some kinds. */
    List<StoredEvent> last(Set<String> kinds) {
        return jdbc.query("""
                SELECT DISTINCT ON (aggregate_identifier)
                    aggregate_identifier, sequence_number + 1, event_identifier, global_index FROM domain_event
                WHERE type = ANY (?) ORDER BY aggregate_identifier, sequence_number DESC
                """, StoreReader::event, (Object) kinds.toArray(String[]::new));
    }

    private static StoredEvent event(ResultSet row, int number) throws SQLException {
        return new StoredEvent(row.getString(1), row.getLong(2), row.getString(3), row.getLong(4));
    }
}
