package io.rapport.customer.application.settings;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Optional;

/** The rows of the table {@code setting}; every call is part of the transaction that is open, if there is one. */
final class SettingTable {

    /** @param definition JSON */
    record Row(String id, long version, String definition) {
    }

    private static final String READABLE = """
            kind = ? AND definition IS NOT NULL
            AND (definition::jsonb ->> 'shared' = 'true' OR definition::jsonb ->> 'owner' = ?)
            AND (?::text IS NULL OR definition::jsonb ->> 'recordKind' = ?)""";

    private final JdbcClient database;

    SettingTable(JdbcClient database) {
        this.database = database;
    }

    List<Row> present(String kind) {
        return database.sql("""
                SELECT id, version, definition FROM setting WHERE kind = ? AND definition IS NOT NULL ORDER BY id""")
                .param(kind).query(Row.class).list();
    }

    Optional<Row> find(String kind, String id) {
        return database.sql("SELECT id, version, definition FROM setting WHERE id = ? AND kind = ?").params(id, kind)
                .query(Row.class).optional();
    }

    /**
     * Those that somebody may read, in the order of their names.
     *
     * @param recordKind null for those about any kind of record
     * @param afterName  null for the first
     */
    List<Row> readable(String kind, String reader, String recordKind, String afterName, String afterId, int most) {
        return database.sql("""
                SELECT id, version, definition FROM setting WHERE %s
                    AND (?::text IS NULL OR (definition::jsonb ->> 'name' COLLATE "C", id) > (?, ?))
                ORDER BY definition::jsonb ->> 'name' COLLATE "C", id LIMIT ?""".formatted(READABLE))
                .params(kind, reader, recordKind, recordKind, afterName, afterName, afterId, most)
                .query(Row.class).list();
    }

    long countReadable(String kind, String reader, String recordKind) {
        return database.sql("SELECT count(*) FROM setting WHERE " + READABLE)
                .params(kind, reader, recordKind, recordKind).query(Long.class).single();
    }

    void store(String kind, Row row) {
        database.sql("""
                INSERT INTO setting (id, kind, version, definition) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET version = excluded.version, definition = excluded.definition""")
                .params(row.id(), kind, row.version(), row.definition()).update();
    }
}
