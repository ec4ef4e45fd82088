package io.rapport.eventstore.storage;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import io.rapport.eventstore.RecordType;
import io.rapport.eventstore.StoredEventTypes;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon on PostgreSQL. Every part is declared here, because on Boot 4 Axon's own configuration sees neither the data
 * source nor the transaction manager and then quietly goes without; {@link EventStoreCheck} makes sure of it.
 */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
        beforeName = {
                "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
                "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
                "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
                "org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration",
                "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
                "org.axonframework.springboot.autoconfig.InfraConfiguration"})
@EnableConfigurationProperties(EventStoreProperties.class)
public class EventStorageAutoConfiguration {

    /** Within this time a deadlock that neither PostgreSQL nor the locks can see by themselves is given up. */
    private static final int LOCK_ATTEMPTS = 500;

    @Bean
    static ConnectionTuning connectionTuning(Environment environment) {
        return new ConnectionTuning(environment);
    }

    @Bean
    StoredEventTypes storedEventTypes(List<RecordType<?, ?>> records) {
        return new StoredEventTypes(records);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new PostgresConflicts();
    }

    @Bean
    @Primary
    Serializer serializer(StoredEventTypes types) {
        return new StoredEventSerializer(types);
    }

    // Spans of Axon's inner steps cost more than a command; the trace goes on through the stored traceparent.
    @Bean
    SpanFactory spanFactory() {
        return NoOpSpanFactory.INSTANCE;
    }

    @Bean
    EventStorageEngine eventStorageEngine(EventStoreProperties properties, StoredEventTypes types, Serializer serializer,
                                          ObjectProvider<EventUpcaster> upcasters, ConnectionProvider connections,
                                          PersistenceExceptionResolver conflicts, TransactionManager transactions) {
        return JdbcEventStorageEngine.builder()
                .schema(EventStoreSchema.events())
                .dataType(byte[].class)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(new EventUpcasterChain(upcasters.orderedStream().toList()))
                .snapshotFilter(new CurrentSnapshots(types))
                .persistenceExceptionResolver(conflicts)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .gapTimeout(Math.toIntExact(properties.gapTimeout().toMillis()))
                .maxGapOffset(properties.maxGapOffset())
                .batchSize(properties.readBatch())
                // Sequences have no holes, so a batch that is not full is the last: saves a query for each load.
                .finalAggregateBatchPredicate(batch -> batch.size() < properties.readBatch())
                .build();
    }

    @Bean
    @Qualifier("eventStore")
    NotifyingEventStore eventBus(EventStorageEngine engine) {
        return new NotifyingEventStore(EmbeddedEventStore.builder().storageEngine(engine));
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(EventStoreSchema.tokens())
                .serializer(serializer)
                .contentType(byte[].class)
                .build();
    }

    @Bean(destroyMethod = "close")
    ExecutorService snapshotExecutor() {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().name("snapshots-", 0).daemon().factory());
    }

    @Bean
    AggregateSnapshotter aggregateSnapshotter(@Qualifier("snapshotExecutor") ExecutorService executor,
                                              org.axonframework.config.Configuration axon, StoredEventTypes types,
                                              HandlerDefinition handlers, ParameterResolverFactory parameters,
                                              EventStore eventStore, TransactionManager transactions) {
        return AggregateSnapshotter.builder()
                .executor(executor)
                .aggregateFactories(types.aggregates().stream()
                        .<AggregateFactory<?>>map(type -> new GenericAggregateFactory<>(
                                AnnotatedAggregateMetaModelFactory.inspectAggregate(type, parameters, handlers)))
                        .toList())
                .repositoryProvider(axon::repository)
                .transactionManager(transactions)
                .eventStore(eventStore)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .build();
    }

    @Bean
    ConfigurerModule aggregates(StoredEventTypes types, EventStoreProperties properties) {
        return configurer -> types.aggregates()
                .forEach(type -> configurer.configureAggregate(aggregate(type, properties)));
    }

    private static <T> AggregateConfigurer<T> aggregate(Class<T> type, EventStoreProperties properties) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureLockFactory(axon -> PessimisticLockFactory.builder().acquireAttempts(LOCK_ATTEMPTS).build())
                .configureSnapshotTrigger(axon ->
                        new EventCountSnapshotTriggerDefinition(axon.snapshotter(), properties.snapshotAfter()));
    }

    @Bean
    EventStoreCheck eventStoreCheck(org.axonframework.config.Configuration axon, EventStorageEngine engine,
                                    TokenStore tokenStore, TransactionManager transactionManager) {
        return new EventStoreCheck(axon, engine, tokenStore, transactionManager);
    }
}
