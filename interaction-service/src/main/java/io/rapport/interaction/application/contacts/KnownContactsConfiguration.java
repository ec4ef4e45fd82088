package io.rapport.interaction.application.contacts;

import io.rapport.contracts.event.Topics;
import io.rapport.knowncustomers.KnownCustomers;
import io.rapport.knowncustomers.KnownCustomersProperties;
import io.rapport.topics.TopicFollower;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The replica of contacts and what fills it. */
@Configuration(proxyBeanMethods = false)
class KnownContactsConfiguration {

    @Bean
    TopicFollower contactFollower(KnownCustomersProperties properties, JdbcClient database,
                                  PlatformTransactionManager transactions,
                                  @Value("${rapport.topics.contact:" + Topics.CONTACT + "}") String topic) {
        return new TopicFollower(new TopicFollower.Source(properties.kafka().bootstrapServers(), topic, "known-contacts"),
                new ContactIntake(new KnownContactTable(database), new TransactionTemplate(transactions)));
    }

    @Bean
    KnownContacts knownContacts(JdbcClient database, KnownCustomers customers) {
        return new KnownContacts(new KnownContactTable(database), customers);
    }
}
