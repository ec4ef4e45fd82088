package io.rapport.standalone;

import io.rapport.embedded.Loopback;
import io.rapport.embedded.PostgresServer;
import java.util.Map;
import java.util.Optional;

/**
 * Where the services find their servers: on this machine's loopback, or where the variables {@code POSTGRESQL_URL} (a
 * JDBC URL without a database; {@code POSTGRESQL_USER}, {@code POSTGRESQL_PASSWORD}), {@code KAFKA_BOOTSTRAP_SERVERS},
 * {@code MONGODB_URI} and {@code ELASTICSEARCH_URI} say; such a server is not started here. {@code
 * RAPPORT_IDENTITY_ISSUER} replaces the identity provider in the same way.
 */
final class ServerAddresses {

    /** What each port's server is replaced by. */
    private static final Map<Port, String> REPLACED_BY = Map.of(Port.POSTGRESQL, "POSTGRESQL_URL",
        Port.KAFKA, "KAFKA_BOOTSTRAP_SERVERS", Port.KAFKA_CONTROLLER, "KAFKA_BOOTSTRAP_SERVERS",
        Port.MONGODB, "MONGODB_URI", Port.ELASTICSEARCH, "ELASTICSEARCH_URI");

    private final Ports ports;
    private final Map<String, String> environment;

    ServerAddresses(Ports ports, Map<String, String> environment) {
        this.ports = ports;
        this.environment = environment;
    }

    /** Whether the product itself listens on the port. */
    boolean starts(Port port) {
        return replacement(port).isEmpty();
    }

    String jdbcUrl(String database) {
        return replacement(Port.POSTGRESQL).orElse("jdbc:postgresql://" + loopback(Port.POSTGRESQL)) + "/" + database;
    }

    String databaseUser() {
        return set("POSTGRESQL_USER").orElse(PostgresServer.USER);
    }

    String databasePassword() {
        return set("POSTGRESQL_PASSWORD").orElse(PostgresServer.USER);
    }

    String kafka() {
        return replacement(Port.KAFKA).orElse(loopback(Port.KAFKA));
    }

    String mongodb() {
        return replacement(Port.MONGODB).orElse("mongodb://" + loopback(Port.MONGODB) + "/rapport");
    }

    String elasticsearch() {
        return replacement(Port.ELASTICSEARCH).orElse("http://" + loopback(Port.ELASTICSEARCH));
    }

    /** Whether people and programs sign in at the provider that comes with the platform. */
    boolean signInIsOurs() {
        return set("RAPPORT_IDENTITY_ISSUER").isEmpty();
    }

    private Optional<String> replacement(Port port) {
        return Optional.ofNullable(REPLACED_BY.get(port)).flatMap(this::set);
    }

    private Optional<String> set(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private String loopback(Port port) {
        return Loopback.ADDRESS + ":" + ports.of(port);
    }
}
