package io.rapport.testing;

import io.rapport.embedded.ElasticsearchServer;
import io.rapport.embedded.EmbeddedServer;
import io.rapport.embedded.JavaRuntime;
import io.rapport.embedded.KafkaServer;
import io.rapport.embedded.Loopback;
import io.rapport.embedded.MongoServer;
import io.rapport.embedded.PostgresServer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The real servers tests work on: containers where Docker answers, else the embedded ones. One set serves the whole
 * Maven build; a kind is started when the first test asks for it, in seconds, and ends when the build ends.
 *
 * <p>Tests share them, so each run makes its own database, topic and index names unique.
 *
 * <p>{@code RAPPORT_TEST_SERVERS=keep} leaves them running for the next build, {@code RAPPORT_TEST_SERVERS_DIR} says
 * where they live (else {@code target/test-servers} of the project's root).
 */
public final class Servers {

    /** A database of its own. */
    public record Database(String jdbcUrl, String user, String password) {
    }

    enum Kind { POSTGRESQL, KAFKA, ELASTICSEARCH, MONGODB }

    private static final Map<Kind, String> ADDRESSES = new EnumMap<>(Kind.class);

    private Servers() {
    }

    /**
     * A PostgreSQL database, created when absent.
     *
     * @param database plain lower-case name
     */
    public static Database postgres(String database) {
        return PostgresDatabases.create(address(Kind.POSTGRESQL), database);
    }

    /** Kafka's bootstrap address. */
    public static String kafka() {
        return address(Kind.KAFKA);
    }

    /** Address of Elasticsearch's HTTP interface. */
    public static String elasticsearch() {
        return address(Kind.ELASTICSEARCH);
    }

    /** Connection string of a MongoDB database. */
    public static String mongodb(String database) {
        return address(Kind.MONGODB) + "/" + database;
    }

    private static synchronized String address(Kind kind) {
        return ADDRESSES.computeIfAbsent(kind, absent ->
            Containers.dockerAnswers() ? Containers.start(absent) : embedded(absent));
    }

    private static String embedded(Kind kind) {
        int port = SharedServer.of(kind.name().toLowerCase(Locale.ROOT)).port((folder, free, java) ->
            server(kind, folder, free, java));
        return switch (kind) {
            case POSTGRESQL, KAFKA -> Loopback.ADDRESS + ":" + port;
            case ELASTICSEARCH -> "http://" + Loopback.ADDRESS + ":" + port;
            case MONGODB -> "mongodb://" + Loopback.ADDRESS + ":" + port;
        };
    }

    private static EmbeddedServer server(Kind kind, Path folder, int port, JavaRuntime java) {
        return switch (kind) {
            case POSTGRESQL -> new PostgresServer(folder, port);
            case KAFKA -> new KafkaServer(folder, port, Loopback.freePort(), java);
            case ELASTICSEARCH -> new ElasticsearchServer(folder, port, java);
            case MONGODB -> new MongoServer(folder, port, java);
        };
    }
}
