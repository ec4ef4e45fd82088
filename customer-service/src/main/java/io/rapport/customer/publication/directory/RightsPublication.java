package io.rapport.customer.publication.directory;

import io.rapport.customer.domain.directory.RightsDefinition;
import io.rapport.customer.domain.directory.RightsEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

/** What the world learns of each private event of the table of rights. */
@Component
class RightsPublication implements EventPublication<RightsEvent> {

    @Override
    public PublicEvent publish(RightsEvent storedEvent) {
        return switch (storedEvent) {
            case RightsEvent.Defined(RightsDefinition definition) ->
                    new PublicEvent("rights.defined.v1", new RightsContract(definition.table()));
        };
    }
}
