package io.rapport.customer.domain.valuelists;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of an administered list. */
public sealed interface ValueListCommand {

    String id();

    ValueListDefinition definition();

    /** The first change of a list. */
    record Define(@TargetAggregateIdentifier String id, ValueListDefinition definition) implements ValueListCommand {
    }

    /** A later change; {@code expectedVersion} counts from 0 and is null where any version will do. */
    record Redefine(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion,
                    ValueListDefinition definition) implements ValueListCommand {
    }
}
