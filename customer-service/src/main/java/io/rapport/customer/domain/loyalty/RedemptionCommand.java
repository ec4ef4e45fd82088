package io.rapport.customer.domain.loyalty;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** What can be asked of a redemption; {@code expectedVersion} counts from 0, null where any will do. */
public sealed interface RedemptionCommand {

    String redemptionId();

    /**
     * Gives points for a reward.
     *
     * @param reward what the customer got for them; null where nobody said
     */
    record Redeem(@TargetAggregateIdentifier String redemptionId, String customerId, long points, String reward)
            implements RedemptionCommand {
    }

    /**
     * Gives the points back.
     *
     * @param reason required
     */
    record TakeBack(@TargetAggregateIdentifier String redemptionId, @TargetAggregateVersion Long expectedVersion,
                    String reason) implements RedemptionCommand {
    }
}
