package io.rapport.interaction.publication.interactions;

import io.rapport.interaction.domain.interactions.InteractionEvent;
import io.rapport.interaction.domain.interactions.InteractionFacts;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What the world learns of each private event. */
@Component
class InteractionPublication implements EventPublication<InteractionEvent> {

    private static final Map<String, Object> NO_DATA = Map.of();

    @Override
    public PublicEvent publish(InteractionEvent storedEvent) {
        return switch (storedEvent) {
            case InteractionEvent.Recorded e ->
                    new PublicEvent("interaction.recorded.v1", new InteractionContract.Recorded(facts(e.facts())));
            case InteractionEvent.Corrected e -> new PublicEvent("interaction.corrected.v1",
                    new InteractionContract.Corrected(facts(e.changed()), e.cleared()));
            case InteractionEvent.Deleted _ -> new PublicEvent("interaction.deleted.v1", NO_DATA);
            case InteractionEvent.Restored _ -> new PublicEvent("interaction.restored.v1", NO_DATA);
        };
    }

    private static InteractionContract.Facts facts(InteractionFacts f) {
        return new InteractionContract.Facts(f.kind(), f.time(), f.subject(), f.text(), f.customerId(), f.contactId());
    }
}
