package io.rapport.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The yardstick for commands: rows like those that a registration stores, into a table like that of the events, one row
 * and one transaction at a time, with nothing decided, reserved or looked up.
 */
final class PlainInserts {

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS plain_insert (LIKE domain_event INCLUDING ALL)";
    private static final String INSERT = """
            INSERT INTO plain_insert (aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                payload_type, payload_revision, payload, meta_data) VALUES (?, 0, 'customer', ?, ?, ?, '1', ?, ?)""";

    private final DataSource database;
    private final String payloadType;
    private final byte[] payload;
    private final byte[] metaData;

    /** @throws SQLException if nothing has been registered yet */
    PlainInserts(DataSource database) throws SQLException {
        this.database = database;
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(TABLE);
            try (var stored = statement.executeQuery(
                    "SELECT payload_type, payload, meta_data FROM domain_event ORDER BY global_index LIMIT 1")) {
                stored.next();
                payloadType = stored.getString(1);
                payload = stored.getBytes(2);
                metaData = stored.getBytes(3);
            }
        }
    }

    Load.Result measure(int clients, Duration duration) {
        return Load.run(clients, duration, (client, turn) -> {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try (var insert = connection.prepareStatement(INSERT)) {
                    insert.setString(1, UUID.randomUUID().toString());
                    insert.setString(2, UUID.randomUUID().toString());
                    insert.setString(3, Instant.now().toString());
                    insert.setString(4, payloadType);
                    insert.setBytes(5, payload);
                    insert.setBytes(6, metaData);
                    insert.executeUpdate();
                }
                connection.commit();
            }
        });
    }
}
