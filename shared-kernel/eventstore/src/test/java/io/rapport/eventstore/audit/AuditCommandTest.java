package io.rapport.eventstore.audit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.rapport.eventstore.OnRealServers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@OnRealServers
class AuditCommandTest {

    @Autowired ConfigurableEnvironment environment;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsItsReportAndTellsTheShell() {
        // Right after the start the topic may not exist yet.
        int code = await().until(() -> run(environment), result -> result != 2);

        JsonNode report = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(report.get("ok").asBoolean() ? 0 : 1);
        assertThat(report.get("topic").asString()).isEqualTo(environment.getProperty("rapport.topic"));
        assertThat(report.at("/store/sha256").asString()).hasSize(64);
    }

    @Test
    void saysWhenItCannotBeCarriedOut() {
        ConfigurableEnvironment nowhere = new StandardEnvironment();
        nowhere.getPropertySources().addFirst(new MapPropertySource("nowhere", Map.of(
                "rapport.topic", "crm.nowhere", "spring.datasource.username", "nobody",
                "spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/nowhere")));

        assertThat(run(nowhere)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be carried out");
        assertThat(out.size()).isZero();
    }

    private int run(ConfigurableEnvironment environment) {
        return AuditCommand.run(environment, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
