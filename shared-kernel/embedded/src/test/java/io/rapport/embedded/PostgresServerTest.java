package io.rapport.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServerFolder.class)
class PostgresServerTest {

    @Test
    void keepsItsDataThroughAKillAndAStop(Path folder) throws Exception {
        PostgresServer server = new PostgresServer(folder, Loopback.freePort());
        try (RunningServer running = RunningServer.start(server, folder)) {
            server.createDatabase("customer");
            server.createDatabase("customer");
            execute(server, "create table t (name text)", "insert into t values ('华为')");

            running.kill();
            assertThat(folder.resolve("data/postmaster.pid")).exists();
            running.start();
            assertThat(names(server)).isEqualTo("华为");

            running.stop();
            running.start();
            assertThat(names(server)).isEqualTo("华为");
            running.stop();
        }
    }

    @Test
    void aNoteOfAProcessThatIsNoPostgresIsRemoved(Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path note = Files.writeString(data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");
        new PostmasterFile(data).clearAfterKilledServer();
        assertThat(note).doesNotExist();
    }

    @Test
    void aNameThatIsNotPlainIsRefused(Path folder) {
        assertThatThrownBy(() -> new PostgresServer(folder, 1).createDatabase("x; drop table t"))
            .isInstanceOf(IllegalArgumentException.class);
    }

    private static void execute(PostgresServer server, String... statements) throws SQLException {
        try (Connection connection = connect(server); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String names(PostgresServer server) throws SQLException {
        try (Connection connection = connect(server); Statement statement = connection.createStatement();
             ResultSet names = statement.executeQuery("select string_agg(name, ',') from t")) {
            names.next();
            return names.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("customer"), PostgresServer.USER, "");
    }
}
