package io.rapport.eventstore;

import java.util.Map;

import io.rapport.testing.Servers;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Where one run of the note service keeps its data. */
public record TestAddresses(Servers.Database database, String bootstrapServers, String topic, String progressTopic,
                            String directoryTopic) {

    public static TestAddresses unique() {
        String run = "note_" + Long.toString(System.nanoTime(), 36);
        return new TestAddresses(Servers.postgres(run), Servers.kafka(), "crm." + run, "crm.progress." + run,
                "crm.directory." + run);
    }

    public Map<String, Object> properties() {
        return Map.ofEntries(
                Map.entry("spring.application.name", "note-service"),
                Map.entry("spring.datasource.url", database.jdbcUrl()),
                Map.entry("spring.datasource.username", database.user()),
                Map.entry("spring.datasource.password", database.password()),
                Map.entry("rapport.kafka.bootstrap-servers", bootstrapServers),
                Map.entry("rapport.topic", topic),
                Map.entry("rapport.topics.progress", progressTopic),
                Map.entry("rapport.topics.directory", directoryTopic));
    }

    void applyTo(ConfigurableEnvironment environment) {
        environment.getPropertySources().addFirst(new MapPropertySource("test-addresses", properties()));
    }
}
