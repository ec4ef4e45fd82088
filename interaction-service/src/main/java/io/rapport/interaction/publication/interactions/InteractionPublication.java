package io.rapport.interaction.publication.interactions;

import io.rapport.interaction.domain.interactions.InteractionEvent;
import io.rapport.interaction.domain.interactions.InteractionFacts;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.List;
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
            case InteractionEvent.Withdrawn _ -> new PublicEvent("interaction.withdrawn.v1", NO_DATA);
        };
    }

    private static InteractionContract.Facts facts(InteractionFacts f) {
        List<InteractionContract.Participant> participants = f.participants() == null ? null : f.participants().stream()
                .map(p -> new InteractionContract.Participant(p.contactId(), p.address(), p.name(), p.role())).toList();
        return new InteractionContract.Facts(f.kind(), f.time(), f.subject(), f.text(), f.customerId(), f.contactId(),
                f.direction(), f.durationSeconds(), f.outcome(), participants, f.opportunityId(), f.tags(),
                f.attachments(), f.messageId());
    }
}
