package io.rapport.customer.domain.directory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of the table of rights; there is one. */
public sealed interface RightsCommand {

    /** The id of its record. */
    String ID = "rights:table";

    String rightsId();

    /** The first table other than the declared one. */
    record Define(@TargetAggregateIdentifier String rightsId, RightsDefinition definition) implements RightsCommand {
    }

    /**
     * The whole table anew.
     *
     * @param expectedVersion counts from 0; null where any version will do
     */
    record Redefine(
            @TargetAggregateIdentifier String rightsId,
            @TargetAggregateVersion Long expectedVersion,
            RightsDefinition definition) implements RightsCommand {
    }
}
