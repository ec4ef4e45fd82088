package io.rapport.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.eventstore.storage.EventStorageAutoConfiguration;
import io.rapport.eventstore.storage.StoredJson;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** What services hand their commands to. */
@AutoConfiguration(
        after = EventStorageAutoConfiguration.class,
        afterName = {
                "org.axonframework.springboot.autoconfig.InfraConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration"})
public class CommandsAutoConfiguration {

    @Bean
    CommandTargets commandTargets(StoredEventTypes types, org.axonframework.config.Configuration axon,
                                  ParameterResolverFactory parameters, HandlerDefinition handlers) {
        return new CommandTargets(types, axon, parameters, handlers);
    }

    @Bean
    CommandUnitOfWork commandUnitOfWork(TransactionManager transactions) {
        return new CommandUnitOfWork(transactions);
    }

    @Bean
    CommandMetrics commandMetrics(MeterRegistry registry) {
        return new CommandMetrics(registry);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcTemplate jdbc) {
        return new IdempotencyKeys(jdbc, StoredJson.mapper());
    }

    @Bean
    IdempotencyHousekeeping idempotencyHousekeeping(IdempotencyKeys keys) {
        return new IdempotencyHousekeeping(keys);
    }

    @Bean
    Reservations reservations(JdbcTemplate jdbc) {
        return new JdbcReservations(jdbc);
    }

    @Bean
    AggregateCommands commands(CommandTargets targets, CommandUnitOfWork unitOfWork, IdempotencyKeys keys,
                               CommandMetrics metrics) {
        return new AggregateCommands(targets, unitOfWork, keys, metrics);
    }

    @Bean
    CommandBatch commandBatch(CommandTargets targets, CommandUnitOfWork unitOfWork, AggregateCommands commands,
                              CommandMetrics metrics) {
        return new AggregateCommandBatch(targets, unitOfWork, commands, metrics);
    }
}
