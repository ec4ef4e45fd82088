package io.rapport.eventstore.relay;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.eventstore.CommandsAutoConfiguration;
import io.rapport.eventstore.StoredEventTypes;
import io.rapport.eventstore.storage.EventStoreProperties;
import io.rapport.eventstore.storage.NotifyingEventStore;
import io.rapport.eventstore.storage.StoredJson;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Carries every stored event to Kafka, at least once and in order for each record. */
@AutoConfiguration(after = CommandsAutoConfiguration.class)
@EnableConfigurationProperties(RelayProperties.class)
public class RelayAutoConfiguration {

    private static final int BATCH = 500;

    /** Kafka's answer is awaited for less time than the claim on the token lasts (10 s): nobody takes over meanwhile. */
    private static final int DELIVERY_MILLIS = 8000;

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> relayProducer(RelayProperties properties, @Value("${spring.application.name}") String service) {
        return new KafkaProducer<>(Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka().bootstrapServers()),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay"),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS / 2),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS / 2),
                Map.entry(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false)),
                new StringSerializer(), new ByteArraySerializer());
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService relayScheduler() {
        return Executors.newScheduledThreadPool(3, Thread.ofPlatform().name("relay-", 0).daemon().factory());
    }

    @Bean
    RelayState relayState(MeterRegistry registry) {
        return new RelayState(registry);
    }

    @Bean
    RelayProcessor relayProcessor(RelayProperties properties, EventStoreProperties store, StoredEventTypes types,
                                  @Value("${spring.application.name}") String service, RelayState state,
                                  Producer<String, byte[]> relayProducer, ScheduledExecutorService relayScheduler,
                                  EventStorageEngine engine, NotifyingEventStore eventStore, TokenStore tokens,
                                  TransactionManager transactions) {
        Relay relay = new Relay(new PublicEvents(service, types, StoredJson.mapper()),
                properties::topicOf, new OrderedSender(relayProducer), state);
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(RelayProcessor.NAME)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(List.of(relay))
                        .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(state)
                .messageSource(new StoredEventSource(engine, eventStore, relayScheduler, store.readBatch()))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(relayScheduler)
                .workerExecutor(relayScheduler)
                .initialSegmentCount(RelayProcessor.SEGMENTS)
                // From the very first event; not from a replay, whose token Jackson does not read.
                .initialToken(_ -> null)
                .tokenClaimInterval(2000)
                .claimExtensionThreshold(2000)
                .enableCoordinatorClaimExtension()
                .batchSize(BATCH)
                .build();
        return new RelayProcessor(processor, new TopicCreation(properties));
    }

    @Bean
    PastEvents pastEvents(EventStorageEngine engine, StoredEventTypes types,
                          @Value("${spring.application.name}") String service) {
        return new PastEvents(engine, new PublicEvents(service, types, StoredJson.mapper()));
    }

    @Bean
    RelayMonitor relayMonitor(RelayProperties properties, @Value("${spring.application.name}") String service,
                              RelayProcessor processor, RelayState state, JdbcTemplate jdbc,
                              Producer<String, byte[]> relayProducer, ScheduledExecutorService relayScheduler) {
        return new RelayMonitor(service, properties.topics().progress(), processor, state, jdbc, relayProducer,
                StoredJson.mapper(), relayScheduler);
    }

    @Bean
    RelayHealth relayHealthIndicator(RelayState state) {
        return new RelayHealth(state);
    }
}
