package io.rapport.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class ServersTest {

    @Test
    void givesAPostgresDatabaseByName() throws Exception {
        Servers.Database database = Servers.postgres("servers_test");
        Servers.postgres("servers_test");
        try (Connection connection =
                 DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            assertThat(connection.getCatalog()).isEqualTo("servers_test");
        }
    }

    @Test
    void givesAKafkaBroker() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Servers.kafka()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    @Test
    void givesAnElasticsearch() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Servers.elasticsearch() + "/_cluster/health")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void givesAMongoDatabaseByName() {
        assertThat(Servers.mongodb("servers_test")).startsWith("mongodb://").endsWith("/servers_test");
    }
}
