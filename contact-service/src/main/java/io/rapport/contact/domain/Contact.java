package io.rapport.contact.domain;

import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.List;

/**
 * A contact 联系人: a person, with or without a customer. What happens is decided by {@code decide}, what it means by
 * {@code evolve}, both pure.
 */
@AggregateRoot(type = "contact")
public class Contact {

    @AggregateIdentifier
    private String contactId;
    private ContactState state;

    /** For the store, which replays the events. */
    Contact() {
    }

    /** As it is now. */
    public ContactState state() {
        return state;
    }

    @CommandHandler
    Contact(ContactCommand.Register command) {
        AggregateLifecycle.apply(decide(command));
    }

    @CommandHandler
    void handle(ContactCommand.Change command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ContactCommand.Archive command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ContactCommand.Restore command) {
        decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(ContactEvent event) {
        if (event instanceof ContactEvent.Registered registered) {
            contactId = registered.contactId();
        }
        state = evolve(state, event);
    }

    static ContactEvent decide(ContactCommand.Register command) {
        FieldErrors errors = new FieldErrors();
        ContactFacts facts = ContactFacts.SHEET.tidied(command.facts());
        ContactPolicies.nameIsGiven(facts, errors);
        ContactPolicies.factsKeepTheRules(facts, errors);
        errors.throwIfAny();
        return new ContactEvent.Registered(command.contactId(), facts);
    }

    static List<ContactEvent> decide(ContactState state, ContactCommand.Change command) {
        ContactPolicies.anArchivedContactDoesNotChange(state);
        FieldErrors errors = new FieldErrors();
        Patch<ContactFacts> patch = ContactFacts.SHEET.effective(state.facts(), command.patch());
        ContactPolicies.nameIsNotTakenAway(patch.cleared(), errors);
        ContactPolicies.factsKeepTheRules(patch.changed(), errors);
        errors.throwIfAny();
        return ContactFacts.SHEET.isEmpty(patch) ? List.of()
                : List.of(new ContactEvent.FactsChanged(patch.changed(), patch.cleared()));
    }

    static List<ContactEvent> decide(ContactState state, ContactCommand.Archive command) {
        FieldErrors errors = new FieldErrors();
        ContactPolicies.archivingGivesAReason(command.reason(), errors);
        errors.throwIfAny();
        return state.archived() ? List.of() : List.of(new ContactEvent.Archived());
    }

    static List<ContactEvent> decide(ContactState state, ContactCommand.Restore command) {
        return state.archived() ? List.of(new ContactEvent.Restored()) : List.of();
    }

    /** The state after an event; {@code before} is null for the first. */
    static ContactState evolve(ContactState before, ContactEvent event) {
        return switch (event) {
            case ContactEvent.Registered e -> new ContactState(e.facts(), false);
            case ContactEvent.FactsChanged e -> new ContactState(
                    ContactFacts.SHEET.merge(before.facts(), new Patch<>(e.changed(), e.cleared())), before.archived());
            case ContactEvent.Archived _ -> new ContactState(before.facts(), true);
            case ContactEvent.Restored _ -> new ContactState(before.facts(), false);
        };
    }
}
