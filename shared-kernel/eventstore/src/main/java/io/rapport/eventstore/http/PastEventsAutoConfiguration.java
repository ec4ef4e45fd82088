package io.rapport.eventstore.http;

import java.util.LinkedHashSet;

import io.rapport.eventstore.relay.PastEvents;
import io.rapport.eventstore.relay.RelayAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The past of records for other services, in every service that keeps events. */
@AutoConfiguration(after = RelayAutoConfiguration.class)
@ConditionalOnWebApplication
public class PastEventsAutoConfiguration {

    @Bean
    PastEventsController pastEventsController(PastEvents past, ObjectProvider<RecordAudience> audience) {
        return new PastEventsController(past,
                audience.getIfAvailable(() -> (recordIds, _) -> new LinkedHashSet<>(recordIds)));
    }
}
