package io.rapport.interaction.configuration;

import io.rapport.interaction.domain.Interaction;
import io.rapport.interaction.domain.InteractionEvent;
import io.rapport.eventstore.StoredEventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which names the events of interactions are stored. */
@Configuration(proxyBeanMethods = false)
class InteractionEventConfiguration {

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.builder()
                .aggregate("interaction", "1", Interaction.class)
                .event("interaction.recorded", "1", InteractionEvent.Recorded.class)
                .event("interaction.corrected", "1", InteractionEvent.Corrected.class)
                .event("interaction.deleted", "1", InteractionEvent.Deleted.class)
                .event("interaction.restored", "1", InteractionEvent.Restored.class)
                .build();
    }
}
