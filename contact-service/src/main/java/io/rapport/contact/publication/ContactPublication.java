package io.rapport.contact.publication;

import io.rapport.contact.domain.ContactEvent;
import io.rapport.contact.domain.ContactFacts;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What the world learns of each private event. */
@Component
class ContactPublication implements EventPublication<ContactEvent> {

    private static final Map<String, Object> NO_DATA = Map.of();

    @Override
    public PublicEvent publish(ContactEvent storedEvent) {
        return switch (storedEvent) {
            case ContactEvent.Registered e ->
                    new PublicEvent("contact.registered.v1", new ContactContract.Registered(facts(e.facts())));
            case ContactEvent.FactsChanged e ->
                    new PublicEvent("contact.changed.v1", new ContactContract.Changed(facts(e.changed()), e.cleared()));
            case ContactEvent.Archived _ -> new PublicEvent("contact.archived.v1", NO_DATA);
            case ContactEvent.Restored _ -> new PublicEvent("contact.restored.v1", NO_DATA);
        };
    }

    private static ContactContract.Facts facts(ContactFacts f) {
        return new ContactContract.Facts(f.name(), f.position(), f.email(), f.phone(), f.customerId());
    }
}
