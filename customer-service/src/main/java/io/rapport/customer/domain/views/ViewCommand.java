package io.rapport.customer.domain.views;

import io.rapport.customer.domain.sharing.Author;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of a view. {@code expectedVersion} counts from 0 and is null where any version will do. */
public sealed interface ViewCommand {

    String viewId();

    Author author();

    /** A new view. Whether filter and columns fit the records was checked before. */
    record Save(@TargetAggregateIdentifier String viewId, ViewDefinition definition, Author author)
            implements ViewCommand {
    }

    /** The view is to be this from now on; its owner and what it lists stay. */
    record Replace(@TargetAggregateIdentifier String viewId, @TargetAggregateVersion Long expectedVersion,
                   ViewDefinition definition, Author author) implements ViewCommand {
    }

    record Remove(@TargetAggregateIdentifier String viewId, @TargetAggregateVersion Long expectedVersion,
                  Author author) implements ViewCommand {
    }
}
