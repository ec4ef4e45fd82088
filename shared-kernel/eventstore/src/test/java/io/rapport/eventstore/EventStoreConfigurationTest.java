package io.rapport.eventstore;

import java.time.Duration;

import io.rapport.eventstore.storage.EventStoreProperties;
import io.rapport.eventstore.storage.NotifyingEventStore;
import io.rapport.eventstore.storage.StoredEventSerializer;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Axon takes over silently where a part is missing. This is the list of parts that must be ours. */
@OnRealServers
class EventStoreConfigurationTest {

    @Autowired org.axonframework.config.Configuration axon;
    @Autowired ApplicationContext context;
    @Autowired JdbcTemplate jdbc;
    @Autowired Environment environment;
    @Autowired Flyway flyway;

    @Test
    void axonUsesOurParts() {
        assertThat(axon.eventBus()).isInstanceOf(NotifyingEventStore.class).isSameAs(axon.eventStore());
        assertThat(context.getBean(EventStorageEngine.class)).isExactlyInstanceOf(JdbcEventStorageEngine.class);
        assertThat(axon.getComponent(TokenStore.class)).isExactlyInstanceOf(JdbcTokenStore.class);
        assertThat(axon.getComponent(TransactionManager.class)).isExactlyInstanceOf(SpringTransactionManager.class);
        assertThat(context.getBean(ConnectionProvider.class))
                .isExactlyInstanceOf(UnitOfWorkAwareConnectionProviderWrapper.class);
        assertThat(axon.eventSerializer()).isExactlyInstanceOf(StoredEventSerializer.class);
        assertThat(context.getBeansOfType(Serializer.class).values()).hasOnlyElementsOfType(StoredEventSerializer.class);
        assertThat(axon.repository(io.rapport.eventstore.note.Note.class)).isInstanceOf(EventSourcingRepository.class);
    }

    @Test
    void neitherReportsItsUseNorWatchesByWalkingStacks() {
        assertThat(environment.getProperty("axon.update-check.disabled")).isEqualTo("true");
        assertThat(environment.getProperty("axon.timeout.enabled")).isEqualTo("false");
        assertThat(context.getBeansOfType(org.axonframework.updates.UpdateChecker.class)).isEmpty();
    }

    @Test
    void theDatabaseEndsTransactionsLongBeforeGapsAreGivenUp() {
        assertThat(jdbc.queryForObject("SHOW transaction_timeout", String.class)).isEqualTo("30s");
        assertThatIllegalArgumentException().isThrownBy(() -> new EventStoreProperties(
                Duration.ofSeconds(30), Duration.ofMinutes(4), 1_000_000, 500, 50));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventStoreProperties(
                Duration.ofSeconds(30), Duration.ofMinutes(10), 10_000, 500, 50));
    }

    @Test
    void anUpToDateDatabaseTakesAnEarlierMigrationOfAnotherModule() {
        Flyway withAnotherModule = Flyway.configure().configuration(flyway.getConfiguration())
                .locations("classpath:db/migration", "classpath:db/another-module").load();

        assertThat(withAnotherModule.migrate().migrations).extracting(migration -> migration.version)
                .containsExactly("20261101.01");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM another_module", Integer.class)).isZero();
    }
}
