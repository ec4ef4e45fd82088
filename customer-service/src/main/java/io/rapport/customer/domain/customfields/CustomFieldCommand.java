package io.rapport.customer.domain.customfields;

import io.rapport.customfields.CustomFieldDefinition;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of a custom field; {@code expectedVersion} counts from 0 and is null where any version will do. */
public sealed interface CustomFieldCommand {

    String id();

    /** A new field. */
    record Define(@TargetAggregateIdentifier String id, CustomFieldDefinition definition)
            implements CustomFieldCommand {
    }

    /** Another definition of the field, or a definition again after it was removed. */
    record Redefine(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion,
                    CustomFieldDefinition definition) implements CustomFieldCommand {
    }

    /** Takes away a field that no record has a value of. */
    record Remove(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion)
            implements CustomFieldCommand {
    }
}
