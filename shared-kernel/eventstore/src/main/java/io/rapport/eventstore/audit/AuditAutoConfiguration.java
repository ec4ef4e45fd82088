package io.rapport.eventstore.audit;

import io.rapport.eventstore.relay.RelayAutoConfiguration;
import io.rapport.eventstore.relay.RelayProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit for use inside the service; {@link AuditCommand} is the same from the command line. */
@AutoConfiguration(after = RelayAutoConfiguration.class)
public class AuditAutoConfiguration {

    @Bean
    EventStoreAudit eventStoreAudit(JdbcTemplate jdbc, RelayProperties properties) {
        return new EventStoreAudit(jdbc, properties);
    }
}
