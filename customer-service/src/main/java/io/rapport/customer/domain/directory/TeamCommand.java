package io.rapport.customer.domain.directory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of a team. */
public sealed interface TeamCommand {

    /** The id of the record, such as {@code team:/east/shanghai}. */
    String teamId();

    /** The id of the record of a team. */
    static String idOf(String path) {
        return "team:" + path;
    }

    /** A team that has no record yet. */
    record Define(@TargetAggregateIdentifier String teamId, TeamDefinition definition) implements TeamCommand {
    }

    /**
     * The whole team anew.
     *
     * @param expectedVersion counts from 0; null where any version will do
     */
    record Redefine(
            @TargetAggregateIdentifier String teamId,
            @TargetAggregateVersion Long expectedVersion,
            TeamDefinition definition) implements TeamCommand {
    }

    /** Nobody is to be put into the team any more. Records that name it keep it. */
    record Retire(
            @TargetAggregateIdentifier String teamId,
            @TargetAggregateVersion Long expectedVersion) implements TeamCommand {
    }
}
