package io.rapport.contact.domain;

import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.List;

/**
 * A contact 联系人: a person, who may belong to customers. What happens is decided by {@link ContactDecisions}, what it
 * means by {@code evolve}, both pure.
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
    Contact(ContactCommand.Register command, ContactSettings settings) {
        AggregateLifecycle.apply(ContactDecisions.decide(command, settings));
    }

    @CommandHandler
    void handle(ContactCommand.Change command, ContactSettings settings) {
        ContactDecisions.decide(state, command, settings).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ContactCommand.Archive command) {
        ContactDecisions.decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ContactCommand.Restore command) {
        ContactDecisions.decide(state, command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ContactCommand.Restate command) {
        ContactRestatement.events(state, command.target()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ContactCommand.Withdraw command) {
        AggregateLifecycle.apply(new ContactEvent.Withdrawn());
    }

    @EventSourcingHandler
    void on(ContactEvent event) {
        if (event instanceof ContactEvent.Registered registered) {
            contactId = registered.contactId();
        }
        state = evolve(state, event);
        if (event instanceof ContactEvent.Withdrawn) {
            AggregateLifecycle.markDeleted();
        }
    }

    /** The state after all of these events, from the first on. */
    public static ContactState after(List<ContactEvent> events) {
        ContactState state = null;
        for (ContactEvent event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    /**
     * Refuses a change that could not be made to any contact, whatever is known about it.
     *
     * @throws io.rapport.contracts.refusal.Refusal INVALID naming every field at fault
     */
    public static void check(ContactCommand.Change command, ContactSettings settings) {
        ContactDecisions.decide(evolve(null, new ContactEvent.Registered(command.contactId(), ContactFacts.named("-"),
                null, null)), command, settings);
    }

    /** The state after an event; {@code before} is null for the first. */
    static ContactState evolve(ContactState before, ContactEvent event) {
        return switch (event) {
            case ContactEvent.Registered e -> new ContactState(PrimaryEntries.inStep(e.facts()),
                    new Assignment(e.owner(), e.team()), false);
            case ContactEvent.FactsChanged e -> before.with(PrimaryEntries.inStep(
                    ContactFacts.SHEET.merge(before.facts(), new Patch<>(e.changed(), e.cleared()))));
            case ContactEvent.OwnerAssigned e -> before.with(new Assignment(e.owner(), e.team()));
            case ContactEvent.Archived _, ContactEvent.Withdrawn _ -> before.archived(true);
            case ContactEvent.Restored _ -> before.archived(false);
        };
    }
}
