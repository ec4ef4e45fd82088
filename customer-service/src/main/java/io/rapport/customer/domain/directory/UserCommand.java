package io.rapport.customer.domain.directory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of a user's entry in the directory. */
public sealed interface UserCommand {

    /** The id of the record, such as {@code user:zhangsan}. */
    String userId();

    /** The id of the record of a user. */
    static String idOf(String name) {
        return "user:" + name;
    }

    /** A user who has no record yet. */
    record Define(@TargetAggregateIdentifier String userId, UserDefinition definition) implements UserCommand {
    }

    /**
     * The whole user anew.
     *
     * @param expectedVersion counts from 0; null where any version will do
     */
    record Redefine(
            @TargetAggregateIdentifier String userId,
            @TargetAggregateVersion Long expectedVersion,
            UserDefinition definition) implements UserCommand {
    }
}
