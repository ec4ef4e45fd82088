package io.rapport.eventstore.audit;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the audit of one service looks at besides events; named in {@code META-INF/spring.factories}. Nothing of the
 * service runs meanwhile: there are its configuration and its database.
 */
public interface FurtherAudit {

    /** Under which name the report stands beside the others. */
    String name();

    /** @throws RuntimeException if it cannot be carried out */
    Report run(ConfigurableEnvironment environment, JdbcTemplate jdbc);

    /** What was found; written as JSON. */
    interface Report {

        /** Whether all is well. */
        boolean ok();
    }
}
