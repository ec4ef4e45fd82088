package io.rapport.interaction.application.interactions;

import io.rapport.interaction.domain.interactions.Interaction;
import io.rapport.interaction.domain.interactions.InteractionCommand;
import io.rapport.interaction.domain.interactions.InteractionFacts;
import io.rapport.knowncustomers.BelongingRecords;
import io.rapport.rights.Kind;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.Set;

/** To whom interactions belong, and what commands ask of them. */
@Component
class InteractionBelonging implements BelongingRecords {

    @Override
    public Kind kind() {
        return Kind.INTERACTION;
    }

    @Override
    public boolean concerns(Object command) {
        return command instanceof InteractionCommand;
    }

    @Override
    public Asked asked(Object command) {
        InteractionFacts facts = InteractionFacts.SHEET.tidied(((InteractionCommand.Record) command).facts());
        return new Asked(null, null, facts.customerId(), withAddresses(InteractionFacts.SHEET.present(facts)));
    }

    @Override
    public Asked asked(Object aggregateRoot, Object command) {
        String customerId = ((Interaction) aggregateRoot).state().facts().customerId();
        InteractionCommand asked = (InteractionCommand) command;
        if (asked instanceof InteractionCommand.Correct change) {
            InteractionFacts changed = InteractionFacts.SHEET.tidied(change.patch().changed());
            Set<String> fields = new HashSet<>(InteractionFacts.SHEET.present(changed));
            fields.addAll(change.patch().cleared());
            return new Asked(asked.interactionId(), customerId, changed.customerId(), withAddresses(fields));
        }
        return new Asked(asked.interactionId(), customerId, null, Set.of());
    }

    /** Who speaks of participants speaks of their addresses. */
    private static Set<String> withAddresses(Set<String> fields) {
        if (!fields.contains("participants")) {
            return fields;
        }
        Set<String> more = new HashSet<>(fields);
        more.add("participants.address");
        return more;
    }
}
