package io.rapport.standalone;

import io.rapport.embedded.Loopback;
import java.util.Map;
import java.util.Optional;

/**
 * Where the services find their servers: on this machine's loopback, or where the variables {@code MONGODB_URI},
 * {@code ELASTICSEARCH_URI} and {@code KAFKA_BOOTSTRAP_SERVERS} say; such a server is not started here.
 */
final class ServerAddresses {

    private final Ports ports;
    private final Map<String, String> environment;

    ServerAddresses(Ports ports, Map<String, String> environment) {
        this.ports = ports;
        this.environment = environment;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + loopback(Port.POSTGRESQL) + "/" + database;
    }

    String kafka() {
        return external("KAFKA_BOOTSTRAP_SERVERS").orElse(loopback(Port.KAFKA));
    }

    String mongodb() {
        return external("MONGODB_URI").orElse("mongodb://" + loopback(Port.MONGODB) + "/rapport");
    }

    String elasticsearch() {
        return external("ELASTICSEARCH_URI").orElse("http://" + loopback(Port.ELASTICSEARCH));
    }

    boolean startsKafka() {
        return external("KAFKA_BOOTSTRAP_SERVERS").isEmpty();
    }

    boolean startsMongodb() {
        return external("MONGODB_URI").isEmpty();
    }

    boolean startsElasticsearch() {
        return external("ELASTICSEARCH_URI").isEmpty();
    }

    private Optional<String> external(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private String loopback(Port port) {
        return Loopback.ADDRESS + ":" + ports.of(port);
    }
}
