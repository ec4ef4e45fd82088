package io.rapport.customer.domain.reviews;

import io.rapport.customer.domain.customers.ReviewRule;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of the review rule. */
public sealed interface ReviewRuleCommand {

    /** For the first time. */
    record Define(@TargetAggregateIdentifier String id, ReviewRule rule) implements ReviewRuleCommand {
    }

    /** @param expectedVersion counts from 0; null where any will do */
    record Redefine(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion,
                    ReviewRule rule) implements ReviewRuleCommand {
    }
}
