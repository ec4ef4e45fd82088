package io.rapport.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** The yardstick for commands: one row of the size of an event, one transaction, in the same PostgreSQL. */
final class PlainInserts {

    private static final int PAYLOAD_BYTES = 600;
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS plain_insert (
                global_index BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                record_id VARCHAR(64) NOT NULL,
                sequence BIGINT NOT NULL,
                payload BYTEA NOT NULL,
                UNIQUE (record_id, sequence))""";

    private final DataSource database;

    PlainInserts(DataSource database) throws SQLException {
        this.database = database;
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    Load.Result measure(int clients, Duration duration) {
        byte[] payload = new byte[PAYLOAD_BYTES];
        ThreadLocalRandom.current().nextBytes(payload);
        return Load.run(clients, duration, (client, turn) -> {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try (var insert = connection.prepareStatement(
                        "INSERT INTO plain_insert (record_id, sequence, payload) VALUES (?, 0, ?)")) {
                    insert.setString(1, UUID.randomUUID().toString());
                    insert.setBytes(2, payload);
                    insert.executeUpdate();
                }
                connection.commit();
            }
        });
    }
}
