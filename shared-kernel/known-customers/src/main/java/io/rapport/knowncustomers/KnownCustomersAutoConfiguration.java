package io.rapport.knowncustomers;

import io.rapport.eventstore.CommandGate;
import io.rapport.eventstore.relay.PastEvents;
import io.rapport.rights.autoconfiguration.CallerRights;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knowledge of customers for every command service that depends on this room, and the gate of its records: give a
 * {@link BelongingRecords} bean.
 */
@AutoConfiguration
@EnableConfigurationProperties(KnownCustomersProperties.class)
class KnownCustomersAutoConfiguration {

    @Bean
    CustomerIntake customerIntake(KnownCustomersProperties properties, JdbcClient database,
                                  PlatformTransactionManager transactions,
                                  @Value("${spring.application.name}") String service) {
        return new CustomerIntake(properties, service, new KnownCustomerTable(database),
                new TransactionTemplate(transactions));
    }

    @Bean
    CommandGate belongingGate(BelongingRecords records, KnownCustomers customers, CallerRights callers,
                              PastEvents past) {
        return new BelongingGate(records, customers, callers, past);
    }

    @Bean
    KnownCustomers knownCustomers(KnownCustomersProperties properties, JdbcClient database, CustomerIntake intake) {
        return new KnownCustomers(new KnownCustomerTable(database),
                new OwningService(properties.services().customer()), intake::isFilled);
    }
}
