package io.rapport.testing;

import io.rapport.embedded.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases on the shared PostgreSQL. */
final class PostgresDatabases {

    private PostgresDatabases() {
    }

    static Servers.Database create(String address, String database) {
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain name of a database: " + database);
        }
        Servers.Database all = database(address, "postgres");
        try (Connection connection = DriverManager.getConnection(all.jdbcUrl(), all.user(), all.password());
             PreparedStatement known = connection.prepareStatement("select 1 from pg_database where datname = ?");
             Statement create = connection.createStatement()) {
            known.setString(1, database);
            if (!known.executeQuery().next()) {
                create.execute("create database " + database);
            }
            return database(address, database);
        } catch (SQLException refused) {
            throw new IllegalStateException("No test database " + database, refused);
        }
    }

    private static Servers.Database database(String address, String name) {
        return new Servers.Database("jdbc:postgresql://" + address + "/" + name, PostgresServer.USER,
            PostgresServer.USER);
    }
}
