package io.rapport.customer.api.trail;

import io.rapport.customer.CustomerServiceApplication;
import io.rapport.embedded.JavaRuntime;
import io.rapport.embedded.KafkaServer;
import io.rapport.embedded.Loopback;
import io.rapport.testing.CommandServiceSettings;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What has to be noted while Kafka is away: a service and a broker of their own. */
class TrailWithoutKafkaTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private RapportClient administrator;

    @Test
    void whatCannotBeNotedDoesNotHappenAndWhatNeedNotBeGoesOn(@TempDir Path folder) throws Exception {
        KafkaServer kafka = new KafkaServer(folder, Loopback.freePort(), Loopback.freePort(), JavaRuntime.ofThisProcess());
        Process broker = started(kafka);
        try (ConfigurableApplicationContext service = service(kafka.bootstrapServers())) {
            administrator = RapportClient.withToken(
                    URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port")),
                    Tokens.administrator());
            await().atMost(PATIENCE).until(() -> post("/api/customers", named()).status() == 201);
            String survivor = registered();
            String merge = "/api/customers/" + survivor + "/merge";
            String from = "{\"from\":\"" + registered() + "\"}";

            broker.destroyForcibly().waitFor();

            Answer refused = post(merge, from);
            assertProblem(refused, 503);
            assertThat(refused.json().get("code").asString()).isEqualTo("trail-unavailable");
            assertThat(refused.header("Retry-After")).hasValueSatisfying(seconds ->
                    assertThat(Integer.parseInt(seconds)).isPositive());
            assertThat(administrator.patch("/api/customers/" + survivor, "{\"city\":\"北京\"}", "If-Match", "\"1\"").status())
                    .as("was not merged, and goes on to be written").isEqualTo(204);

            broker = started(kafka);
            await().atMost(PATIENCE).until(() -> post(merge, from).status() == 204);
        } finally {
            broker.destroyForcibly();
        }
    }

    private Answer post(String path, String json) {
        return administrator.post(path, json);
    }

    private static String named() {
        return "{\"name\":\"" + UUID.randomUUID() + "\"}";
    }

    private String registered() {
        return post("/api/customers", named()).json().get("id").asString();
    }

    private static Process started(KafkaServer kafka) throws IOException {
        Process broker = kafka.prepare().endingWithItsStarter().redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        await().atMost(PATIENCE).until(kafka::answers);
        return broker;
    }

    private static ConfigurableApplicationContext service(String kafka) {
        Map<String, Object> settings = new HashMap<>();
        CommandServiceSettings.register("customer", (name, value) -> settings.put(name, value.get()));
        settings.put("rapport.kafka.bootstrap-servers", kafka);
        settings.put("server.port", 0);
        return new SpringApplicationBuilder(CustomerServiceApplication.class)
                .initializers(context -> context.getEnvironment().getPropertySources()
                        .addFirst(new MapPropertySource("test", settings)))
                .run();
    }
}
