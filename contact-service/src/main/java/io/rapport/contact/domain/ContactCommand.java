package io.rapport.contact.domain;

import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What can be asked of a contact. {@code expectedVersion} counts from 0 (version of the interface less 1) and is null
 * where any version will do.
 */
public sealed interface ContactCommand {

    String contactId();

    /**
     * A new contact.
     *
     * @param assignment who looks after it
     */
    record Register(
            @TargetAggregateIdentifier String contactId,
            ContactFacts facts,
            Assignment assignment) implements ContactCommand {
    }

    /** Several changes that happen together or not at all. */
    record Change(
            @TargetAggregateIdentifier String contactId,
            @TargetAggregateVersion Long expectedVersion,
            List<Part> parts) implements ContactCommand {

        public Change {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Takes the contact out of use; it can be restored.
     *
     * @param reason required
     */
    record Archive(
            @TargetAggregateIdentifier String contactId,
            @TargetAggregateVersion Long expectedVersion,
            String reason) implements ContactCommand {
    }

    /** Brings an archived contact back. */
    record Restore(
            @TargetAggregateIdentifier String contactId,
            @TargetAggregateVersion Long expectedVersion) implements ContactCommand {
    }

    /**
     * Makes the contact again what it was, whatever has been settled since.
     *
     * @param target as it is to be
     */
    record Restate(
            @TargetAggregateIdentifier String contactId,
            @TargetAggregateVersion Long expectedVersion,
            ContactState target) implements ContactCommand {
    }

    /** Takes back that the contact was ever entered: it can be found no more. */
    record Withdraw(
            @TargetAggregateIdentifier String contactId,
            @TargetAggregateVersion Long expectedVersion) implements ContactCommand {
    }

    /** One change of a {@link Change}. */
    sealed interface Part {

        /** Other facts. */
        record ChangeFacts(Patch<ContactFacts> patch) implements Part {
        }

        /** Another owner or team. */
        record AssignOwner(Patch<Assignment> patch) implements Part {
        }

        /** Some tags more, some fewer; what is already so stays so. */
        record ChangeTags(List<String> add, List<String> remove) implements Part {

            public ChangeTags {
                add = List.copyOf(add);
                remove = List.copyOf(remove);
            }

            /** @param tags those of the contact; null for none */
            Patch<ContactFacts> patch(List<String> tags) {
                List<String> after = new ArrayList<>(tags == null ? List.of() : tags);
                after.removeAll(remove);
                add.stream().filter(tag -> !after.contains(tag)).forEach(after::add);
                return new Patch<>(ContactFacts.SHEET.empty().withTags(after.isEmpty() ? null : after),
                        after.isEmpty() ? Set.of("tags") : Set.of());
            }
        }
    }
}
