package io.rapport.customer.domain.loyalty;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of a set of loyalty rules; {@code expectedVersion} counts from 0, null where any will do. */
public sealed interface LoyaltyRulesCommand {

    String id();

    /** Rules for a day from which there were none. */
    record Define(@TargetAggregateIdentifier String id, RuleSet rules) implements LoyaltyRulesCommand {
    }

    /** Other rules from the same day on. */
    record Redefine(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion, RuleSet rules)
            implements LoyaltyRulesCommand {
    }

    /** The rules before it hold on. */
    record Remove(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion)
            implements LoyaltyRulesCommand {
    }
}
