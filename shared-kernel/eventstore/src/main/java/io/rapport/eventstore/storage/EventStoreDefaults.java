package io.rapport.eventstore.storage;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings of the libraries below that are the same in every command service. A service can still override them. */
public final class EventStoreDefaults implements EnvironmentPostProcessor {

    private static final String AXON = "org.axonframework.springboot.autoconfig.";

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            // Axon reports its use to its maker otherwise; the others are parts that nobody here uses.
            Map.entry("axon.update-check.disabled", "true"),
            Map.entry("spring.autoconfigure.exclude", String.join(",",
                    AXON + "UpdateCheckerAutoConfiguration",
                    AXON + "XStreamAutoConfiguration",
                    AXON + "CBORMapperAutoConfiguration",
                    AXON + "ObjectMapperAutoConfiguration",
                    AXON + "OpenTelemetryAutoConfiguration",
                    AXON + "MicrometerMetricsAutoConfiguration",
                    AXON + "MetricsAutoConfiguration")),
            Map.entry("logging.level.org.axonframework.config.AxonIQConsoleModule", "WARN"),
            // Walks the stack of every transaction; PostgreSQL's transaction_timeout does the same without cost.
            Map.entry("axon.timeout.enabled", "false"),
            // A record that is unknown or refused is an answer, not a warning with a stack trace.
            Map.entry("logging.level.org.axonframework.modelling.command.AbstractRepository", "ERROR"),
            // Would tell of a failed batch at every attempt; the relay tells once, and that it goes on.
            Map.entry("logging.level.org.axonframework.eventhandling.pooled.WorkPackage", "ERROR"),
            Map.entry("logging.level.org.axonframework.eventhandling.pooled.Coordinator", "WARN"),
            Map.entry("logging.level.org.apache.kafka", "ERROR"),
            // Modules number their migrations apart; a database that has a later one of another module takes an earlier one.
            Map.entry("spring.flyway.out-of-order", "true"),
            // Warns of the line above at every start. What fails in a migration ends the start anyway.
            Map.entry("logging.level.org.flywaydb.core.internal.command.DbMigrate", "ERROR"),
            // More connections than cores, because a commit waits for the disk and many commits share one wait.
            Map.entry("spring.datasource.hikari.maximum-pool-size", "24"),
            Map.entry("spring.datasource.hikari.minimum-idle", "4"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("rapport-eventstore", DEFAULTS));
    }
}
