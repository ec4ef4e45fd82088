package io.rapport.knowncustomers;

import io.rapport.eventstore.CommandGate;
import io.rapport.eventstore.http.RecordAudience;
import io.rapport.eventstore.relay.PastEvents;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.topics.TopicFollower;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

/**
 * Knowledge of customers and custom fields for every command service that depends on this room, and the gate of its
 * records: give a {@link BelongingRecords} bean for each kind.
 */
@AutoConfiguration
@EnableConfigurationProperties(KnownCustomersProperties.class)
class KnownCustomersAutoConfiguration {

    @Bean
    KnownCustomFields knownCustomFields(JdbcClient database) {
        return new KnownCustomFields(database);
    }

    @Bean
    KnownCustomerNames knownCustomerNames(JdbcClient database) {
        return new KnownCustomerNames(database);
    }

    @Bean
    TopicFollower customerFollower(KnownCustomersProperties properties, JdbcClient database, KnownCustomerNames names,
                                   KnownCustomFields fields, PlatformTransactionManager transactions) {
        return new TopicFollower(new TopicFollower.Source(properties.kafka().bootstrapServers(),
                properties.topics().customer(), "known-customers"),
                new CustomerIntake(new KnownCustomerTable(database), names, fields,
                        new TransactionTemplate(transactions)));
    }

    @Bean
    CommandGate belongingGate(List<BelongingRecords> records, KnownCustomers customers, CallerRights callers,
                              PastEvents past) {
        return new BelongingGate(records, customers, callers, past);
    }

    @Bean
    RecordAudience belongingAudience(List<BelongingRecords> records, KnownCustomers customers, CallerRights callers,
                                     PastEvents past) {
        return new BelongingAudience(records, customers, callers, past);
    }

    @Bean
    KnownCustomers knownCustomers(KnownCustomersProperties properties, JdbcClient database,
                                  TopicFollower customerFollower) {
        return new KnownCustomers(new KnownCustomerTable(database),
                new OwningService(properties.services().customer()), customerFollower::hasCaughtUp);
    }
}
