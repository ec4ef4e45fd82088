package io.rapport.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServerFolder.class)
class ElasticsearchServerTest {

    @Test
    void keepsItsDataThroughAKill(Path folder) throws Exception {
        ElasticsearchServer server = new ElasticsearchServer(folder, Loopback.freePort(), JavaRuntime.ofThisProcess());
        try (RunningServer running = RunningServer.start(server, folder)) {
            assertThat(send(server, "PUT", "/customers/_doc/1?wait_for_active_shards=1", "{\"name\":\"华为\"}"))
                .contains("created");

            running.kill();
            running.start();

            send(server, "GET", "/_cluster/health/customers?wait_for_status=yellow&timeout=30s", "");
            assertThat(send(server, "GET", "/customers/_doc/1", "")).contains("华为");
            running.stop();
        }
    }

    private static String send(ElasticsearchServer server, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
