package io.rapport.customer.publication.directory;

import io.rapport.customer.domain.directory.TeamDefinition;
import io.rapport.customer.domain.directory.TeamEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

/** What the world learns of each private event of a team. */
@Component
class TeamPublication implements EventPublication<TeamEvent> {

    @Override
    public PublicEvent publish(TeamEvent storedEvent) {
        return switch (storedEvent) {
            case TeamEvent.Defined(TeamDefinition team) ->
                    new PublicEvent("team.defined.v1", new TeamContract(team.label(), team.active()));
        };
    }
}
