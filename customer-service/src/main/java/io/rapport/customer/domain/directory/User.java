package io.rapport.customer.domain.directory;

import io.rapport.values.FieldErrors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.List;

/** A user's entry in the directory as administrators change it. */
@AggregateRoot(type = "user")
public class User {

    @AggregateIdentifier
    private String userId;
    private UserDefinition definition;

    /** For the store, which replays the events. */
    User() {
    }

    @CommandHandler
    User(UserCommand.Define command, DirectoryEntries directory) {
        decide(null, command.definition(), directory).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(UserCommand.Redefine command, DirectoryEntries directory) {
        decide(definition, command.definition(), directory).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(UserEvent event) {
        definition = evolve(event);
        userId = UserCommand.idOf(definition.name());
    }

    /** @param before null for a new one */
    static List<UserEvent> decide(UserDefinition before, UserDefinition after, DirectoryEntries directory) {
        FieldErrors errors = new FieldErrors();
        DirectoryPolicies.userKeepsTheRules(after, errors);
        DirectoryPolicies.theTeamIsThere(after, directory, errors);
        DirectoryPolicies.theOwnerFilterNamesOwners(after, directory, errors);
        DirectoryPolicies.anAdministratorRemains(before, after, directory, errors);
        errors.throwIfAny();
        return after.equals(before) ? List.of() : List.of(new UserEvent.Defined(after));
    }

    static UserDefinition evolve(UserEvent event) {
        return switch (event) {
            case UserEvent.Defined(UserDefinition definition) -> definition;
        };
    }
}
