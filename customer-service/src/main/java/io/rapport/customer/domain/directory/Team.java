package io.rapport.customer.domain.directory;

import io.rapport.values.FieldErrors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.List;

/** A team as administrators change it. */
@AggregateRoot(type = "team")
public class Team {

    @AggregateIdentifier
    private String teamId;
    private TeamDefinition definition;

    /** For the store, which replays the events. */
    Team() {
    }

    @CommandHandler
    Team(TeamCommand.Define command, DirectoryEntries directory) {
        decide(null, command.definition(), directory).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(TeamCommand.Redefine command, DirectoryEntries directory) {
        decide(definition, command.definition(), directory).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(TeamCommand.Retire command, DirectoryEntries directory) {
        decide(definition, definition.retired(), directory).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(TeamEvent event) {
        definition = evolve(event);
        teamId = TeamCommand.idOf(definition.path());
    }

    /** @param before null for a new one */
    static List<TeamEvent> decide(TeamDefinition before, TeamDefinition after, DirectoryEntries directory) {
        if (after.equals(before)) {
            return List.of();
        }
        FieldErrors errors = new FieldErrors();
        DirectoryPolicies.teamKeepsTheRules(after, errors);
        DirectoryPolicies.theTeamAboveIsThere(after, directory, errors);
        errors.throwIfAny();
        DirectoryPolicies.nobodyIsLeftInARetiredTeam(before, after, directory);
        return List.of(new TeamEvent.Defined(after));
    }

    static TeamDefinition evolve(TeamEvent event) {
        return switch (event) {
            case TeamEvent.Defined(TeamDefinition definition) -> definition;
        };
    }
}
