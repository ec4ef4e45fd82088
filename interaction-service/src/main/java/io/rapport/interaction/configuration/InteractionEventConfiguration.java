package io.rapport.interaction.configuration;

import io.rapport.interaction.domain.interactions.Interaction;
import io.rapport.interaction.domain.interactions.InteractionEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which names the events of interactions are stored. */
@Configuration(proxyBeanMethods = false)
class InteractionEventConfiguration {

    @Bean
    RecordType<Interaction, InteractionEvent> interactionRecords(EventPublication<InteractionEvent> publication) {
        return RecordType.of("interaction", "1", Interaction.class, InteractionEvent.class, publication)
                .event("interaction.recorded", "1", InteractionEvent.Recorded.class)
                .event("interaction.corrected", "1", InteractionEvent.Corrected.class)
                .event("interaction.deleted", "1", InteractionEvent.Deleted.class)
                .event("interaction.restored", "1", InteractionEvent.Restored.class)
                .event("interaction.withdrawn", "1", InteractionEvent.Withdrawn.class)
                .build();
    }
}
