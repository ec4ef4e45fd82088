package io.rapport.testing;

import io.rapport.embedded.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The servers as containers, one set for each test process; Testcontainers removes them when it ends. */
final class Containers {

    private Containers() {
    }

    static boolean dockerAnswers() {
        return Docker.ANSWERS;
    }

    static String start(Servers.Kind kind) {
        return switch (kind) {
            case POSTGRESQL -> {
                PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18").withDatabaseName("postgres")
                    .withUsername(PostgresServer.USER).withPassword(PostgresServer.USER);
                postgres.start();
                yield postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
            }
            case KAFKA -> {
                KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1");
                kafka.start();
                yield kafka.getBootstrapServers();
            }
            case ELASTICSEARCH -> {
                ElasticsearchContainer elasticsearch = new ElasticsearchContainer(DockerImageName.parse(
                    "docker.elastic.co/elasticsearch/elasticsearch:9.5.2"))
                    .withEnv("xpack.security.enabled", "false").withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");
                elasticsearch.start();
                yield "http://" + elasticsearch.getHttpHostAddress();
            }
            case MONGODB -> {
                MongoDBContainer mongodb = new MongoDBContainer("mongo:8");
                mongodb.start();
                yield mongodb.getConnectionString();
            }
        };
    }

    /** Asked once, and only where there is somebody to ask: looking for Docker in vain is slow and noisy. */
    private static final class Docker {

        private static final boolean ANSWERS = isConfigured() && DockerClientFactory.instance().isDockerAvailable();

        private static boolean isConfigured() {
            String home = System.getProperty("user.home");
            return System.getenv("DOCKER_HOST") != null || Stream.of("/var/run/docker.sock",
                    home + "/.docker/run/docker.sock", home + "/.testcontainers.properties",
                    System.getenv("XDG_RUNTIME_DIR") + "/docker.sock")
                .anyMatch(place -> Files.exists(Path.of(place)));
        }
    }
}
