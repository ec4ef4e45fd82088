package io.rapport.contact.domain;

import io.rapport.values.Patch;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/**
 * What can be asked of a contact. {@code expectedVersion} counts from 0 (version of the interface less 1) and is null
 * where any version will do.
 */
public sealed interface ContactCommand {

    String contactId();

    /** A new contact. */
    record Register(@TargetAggregateIdentifier String contactId, ContactFacts facts) implements ContactCommand {
    }

    /** Other facts. */
    record Change(
            @TargetAggregateIdentifier String contactId,
            @TargetAggregateVersion Long expectedVersion,
            Patch<ContactFacts> patch) implements ContactCommand {
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
}
