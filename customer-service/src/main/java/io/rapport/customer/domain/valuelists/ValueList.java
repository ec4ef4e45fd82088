package io.rapport.customer.domain.valuelists;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.FieldErrors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.Optional;

/** An administered list. Until its first change it is as {@link ValueListName#preset()} says. */
@AggregateRoot(type = "value-list")
public class ValueList {

    @AggregateIdentifier
    private String id;
    private ValueListDefinition definition;

    /** For the store, which replays the events. */
    ValueList() {
    }

    @CommandHandler
    ValueList(ValueListCommand.Define command, ValueUsers users) {
        // The platform's own definition counts as the first version even where nothing differs from it.
        id = command.id();
        ValueListEvent.Defined defined = decide(nameOf(command).preset(), command, users)
                .orElseGet(() -> new ValueListEvent.Defined(command.definition()));
        AggregateLifecycle.apply(defined);
    }

    @CommandHandler
    void handle(ValueListCommand.Redefine command, ValueUsers users) {
        decide(definition, command, users).ifPresent(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(ValueListEvent.Defined event) {
        definition = event.definition();
        id = nameOf(definition).id();
    }

    static Optional<ValueListEvent.Defined> decide(ValueListDefinition before, ValueListCommand command,
                                                   ValueUsers users) {
        ValueListName name = nameOf(command);
        ValueListDefinition after = command.definition();
        FieldErrors errors = new FieldErrors();
        ValueListPolicies.entriesAreFew(after, errors);
        ValueListPolicies.codesAreWrittenAsTheListWantsThem(name, after, errors);
        ValueListPolicies.codesAreDifferent(after, errors);
        ValueListPolicies.everyEntryIsCalledSomething(after, errors);
        ValueListPolicies.fixedCodesStayAsTheyAre(name, after, errors);
        ValueListPolicies.onlyListsOfTextsAreOpen(name, after, errors);
        ValueListPolicies.aDefaultRemains(name, after, errors);
        errors.throwIfAny();
        if (after.equals(before)) {
            return Optional.empty();
        }
        ValueListPolicies.aValueInUseDoesNotVanish(name, before, after, users);
        return Optional.of(new ValueListEvent.Defined(after));
    }

    private static ValueListName nameOf(ValueListCommand command) {
        return nameOf(command.definition());
    }

    /** @throws Refusal UNKNOWN */
    private static ValueListName nameOf(ValueListDefinition definition) {
        return ValueListName.of(definition.list())
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown"));
    }
}
