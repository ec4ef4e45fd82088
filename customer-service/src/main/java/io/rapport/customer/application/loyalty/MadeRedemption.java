package io.rapport.customer.application.loyalty;

import java.time.Instant;

/**
 * A redemption as it stands.
 *
 * @param points      more than 0
 * @param reward      null where nobody said
 * @param takenBackAt null while it stands
 * @param takenBackBy null while it stands
 * @param reason      why it was taken back
 */
public record MadeRedemption(String redemptionId, long points, String reward, Instant madeAt, String madeBy,
                             Instant takenBackAt, String takenBackBy, String reason) {

    /** Points that the customer does not have any more. */
    public long taken() {
        return takenBackAt == null ? points : 0;
    }
}
