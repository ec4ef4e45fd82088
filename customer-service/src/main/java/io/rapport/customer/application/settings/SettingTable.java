package io.rapport.customer.application.settings;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Optional;

/** The rows of the table {@code setting}; every call is part of the transaction that is open, if there is one. */
final class SettingTable {

    /** @param definition JSON */
    record Row(String id, long version, String definition) {
    }

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

    void store(String kind, Row row) {
        database.sql("""
                INSERT INTO setting (id, kind, version, definition) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET version = excluded.version, definition = excluded.definition""")
                .params(row.id(), kind, row.version(), row.definition()).update();
    }
}
