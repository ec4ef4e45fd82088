package io.rapport.customer.publication.directory;

import io.rapport.customer.domain.directory.UserDefinition;
import io.rapport.customer.domain.directory.UserEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

/** What the world learns of each private event of a user. */
@Component
class UserPublication implements EventPublication<UserEvent> {

    @Override
    public PublicEvent publish(UserEvent storedEvent) {
        return switch (storedEvent) {
            case UserEvent.Defined(UserDefinition user) -> new PublicEvent("user.defined.v1",
                    new UserContract(user.displayName(), user.roles(), user.team(), user.active(),
                            user.ownerFilter()));
        };
    }
}
