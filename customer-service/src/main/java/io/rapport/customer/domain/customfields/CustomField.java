package io.rapport.customer.domain.customfields;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.values.FieldErrors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.Optional;

/** A field that an administrator added to a kind of record. Once removed it may be defined again. */
@AggregateRoot(type = "custom-field")
public class CustomField {

    @AggregateIdentifier
    private String id;
    /** Null while the field is removed. */
    private CustomFieldDefinition definition;

    /** For the store, which replays the events. */
    CustomField() {
    }

    @CommandHandler
    CustomField(CustomFieldCommand.Define command, CustomFieldUsers users) {
        define(decide(null, command.definition(), users).orElseThrow(), users);
    }

    @CommandHandler
    void handle(CustomFieldCommand.Redefine command, CustomFieldUsers users) {
        decide(definition, command.definition(), users).ifPresent(event -> define(event, users));
    }

    @CommandHandler
    void handle(CustomFieldCommand.Remove command, CustomFieldUsers users) {
        if (definition == null) {
            throw Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
        }
        CustomFieldPolicies.aFieldInUseIsNotRemoved(definition, users);
        if (definition.keepsValuesApart()) {
            users.letRepeat(definition.recordKind(), definition.key());
        }
        AggregateLifecycle.apply(new CustomFieldEvent.Removed(definition.recordKind(), definition.key()));
    }

    private void define(CustomFieldEvent.Defined event, CustomFieldUsers users) {
        CustomFieldDefinition after = event.definition();
        boolean before = definition != null && definition.keepsValuesApart();
        if (after.keepsValuesApart() && !before) {
            users.keepApart(after.recordKind(), after.key());
        } else if (before && !after.keepsValuesApart()) {
            users.letRepeat(after.recordKind(), after.key());
        }
        AggregateLifecycle.apply(event);
    }

    @EventSourcingHandler
    void on(CustomFieldEvent event) {
        switch (event) {
            case CustomFieldEvent.Defined defined -> {
                id = defined.definition().id();
                definition = defined.definition();
            }
            case CustomFieldEvent.Removed _ -> definition = null;
        }
    }

    /** Empty when nothing changes; {@code before} is null for a field that is not there. */
    static Optional<CustomFieldEvent.Defined> decide(CustomFieldDefinition before, CustomFieldDefinition wanted,
                                                     CustomFieldUsers users) {
        FieldErrors errors = new FieldErrors();
        CustomFieldPolicies.keyIsAName(wanted, errors);
        CustomFieldPolicies.theFieldIsCalledSomething(wanted, errors);
        CustomFieldPolicies.aTypeIsGiven(wanted, errors);
        errors.throwIfAny();
        CustomFieldPolicies.onlyChoicesHaveOptions(wanted, errors);
        CustomFieldPolicies.validationFitsTheType(wanted, errors);
        CustomFieldPolicies.onlyTextsWithoutDefaultAreUnique(wanted, errors);
        CustomFieldPolicies.theClassIsOneThereIs(wanted, errors);
        CustomFieldPolicies.onlyFactsAreUnique(wanted, errors);
        errors.throwIfAny();
        CustomFieldDefinition after = CustomFieldPolicies.theDefaultIsAValue(wanted, errors);
        errors.throwIfAny();
        if (after.equals(before)) {
            return Optional.empty();
        }
        if (before == null) {
            CustomFieldPolicies.fieldsAreFew(after, users);
        } else {
            CustomFieldPolicies.theTypeChangesOnlyWhereTheDataAllow(before, after, users);
            CustomFieldPolicies.anOptionInUseDoesNotVanish(before, after, users);
        }
        CustomFieldPolicies.valuesThatRepeatAreNotUnique(before, after, users);
        return Optional.of(new CustomFieldEvent.Defined(after));
    }
}
