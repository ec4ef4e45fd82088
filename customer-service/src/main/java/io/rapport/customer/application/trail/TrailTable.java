package io.rapport.customer.application.trail;

import io.rapport.trail.TrailEntry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of the trail. A transaction is the caller's concern. */
final class TrailTable {

    private static final String COLUMNS =
            "sequence, topic_offset, id, at, who, action, kind, records, details, request_id, hash";
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
    };

    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.builder().build();
    private final RowMapper<KeptEntry> rows = (row, _) -> new KeptEntry(row.getLong("sequence"),
            row.getLong("topic_offset"), new TrailEntry(row.getString("id"), row.getTimestamp("at").toInstant(),
            row.getString("who"), row.getString("action"), row.getString("kind"),
            List.of((String[]) row.getArray("records").getArray()), details(row.getString("details")),
            row.getString("request_id")), row.getBytes("hash"));

    TrailTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far the trail has come.
     *
     * @param nextOffset the first message of the topic that was not read yet
     * @param sequence   of the last entry, 0 when there is none
     * @param hash       its seal
     */
    record Head(long nextOffset, long sequence, byte[] hash) {
    }

    Head head() {
        return head("");
    }

    /** As {@link #head()}; nobody else adds entries until the transaction ends. */
    Head lockedHead() {
        return head(" FOR UPDATE");
    }

    private Head head(String lock) {
        return jdbc.queryForObject("SELECT next_offset, sequence, hash FROM trail_head" + lock,
                (row, _) -> new Head(row.getLong(1), row.getLong(2), row.getBytes(3)));
    }

    void moveHead(Head head) {
        jdbc.update("UPDATE trail_head SET next_offset = ?, sequence = ?, hash = ?",
                head.nextOffset, head.sequence, head.hash);
    }

    /** Those of the ids that are kept already. */
    Set<String> known(List<String> ids) {
        return new HashSet<>(jdbc.queryForList("SELECT id FROM trail_entry WHERE id = ANY (?)", String.class,
                (Object) ids.toArray(String[]::new)));
    }

    void add(List<KeptEntry> entries) {
        jdbc.batchUpdate("INSERT INTO trail_entry (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entries,
                entries.size(), this::fill);
    }

    private void fill(PreparedStatement row, KeptEntry kept) throws SQLException {
        TrailEntry entry = kept.entry();
        Array records = row.getConnection().createArrayOf("text", entry.records().toArray());
        row.setLong(1, kept.sequence());
        row.setLong(2, kept.offset());
        row.setString(3, entry.id());
        row.setTimestamp(4, Timestamp.from(entry.at()));
        row.setString(5, entry.who());
        row.setString(6, entry.action());
        row.setString(7, entry.kind());
        row.setArray(8, records);
        row.setString(9, json.writeValueAsString(entry.details()));
        row.setString(10, entry.requestId());
        row.setBytes(11, kept.hash());
    }

    /** Entries after a sequence, in order. */
    List<KeptEntry> after(long sequence, int most) {
        return jdbc.query("SELECT " + COLUMNS + " FROM trail_entry WHERE sequence > ? ORDER BY sequence LIMIT ?", rows,
                sequence, most);
    }

    boolean isKnown(String id) {
        return !known(List.of(id)).isEmpty();
    }

    List<KeptEntry> find(TrailQuery query) {
        StringBuilder where = new StringBuilder(" WHERE true");
        List<Object> arguments = new ArrayList<>();
        add(where, arguments, " AND who = ?", query.who());
        add(where, arguments, " AND action = ?", query.action());
        add(where, arguments, " AND records @> ARRAY[?::text]", query.record());
        add(where, arguments, " AND at >= ?", timestamp(query.from()));
        add(where, arguments, " AND at < ?", timestamp(query.to()));
        add(where, arguments, " AND sequence < ?", query.before());
        arguments.add(query.size());
        return jdbc.query("SELECT " + COLUMNS + " FROM trail_entry" + where + " ORDER BY sequence DESC LIMIT ?", rows,
                arguments.toArray());
    }

    private static void add(StringBuilder where, List<Object> arguments, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            arguments.add(value);
        }
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private Map<String, String> details(String text) {
        return json.readValue(text, DETAILS);
    }
}
