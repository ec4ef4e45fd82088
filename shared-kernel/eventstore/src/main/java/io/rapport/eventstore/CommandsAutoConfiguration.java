package io.rapport.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.eventstore.storage.EventStorageAutoConfiguration;
import io.rapport.eventstore.storage.StoredJson;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.beans.factory.ObjectProvider;
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
                                  ParameterResolverFactory parameters, HandlerDefinition handlers,
                                  ObjectProvider<CommandGate> gate) {
        return new CommandTargets(types, axon, parameters, handlers, gate.getIfAvailable(() -> CommandGate.OPEN));
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
    SingleCommands singleCommands(CommandTargets targets, CommandUnitOfWork unitOfWork, IdempotencyKeys keys) {
        return new SingleCommands(targets, unitOfWork, keys);
    }

    @Bean
    AggregateCommandBatch commandBatch(CommandTargets targets, CommandUnitOfWork unitOfWork, SingleCommands single,
                                       CommandMetrics metrics) {
        return new AggregateCommandBatch(targets, unitOfWork, single, metrics);
    }

    @Bean
    Commands commands(SingleCommands single, AggregateCommandBatch batch, CommandMetrics metrics) {
        return new AggregateCommands(single, batch, metrics);
    }
}
