package io.rapport.reporting.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Whether somebody talks with a customer: derived from the last interaction, or from the registration before any. */
public enum Activity {

    ACTIVE,
    DORMANT,
    CLOSED;

    /** Days without an interaction after which a customer counts as dormant. */
    public static final int ACTIVE_DAYS = 90;

    static Activity of(boolean closed, Instant lastInteractionAt, Instant createdAt, LocalDate today) {
        if (closed) {
            return CLOSED;
        }
        Instant last = lastInteractionAt != null ? lastInteractionAt : createdAt;
        return last.isBefore(activeSince(today)) ? DORMANT : ACTIVE;
    }

    /** The moment from which on an interaction makes a customer active on {@code today}. */
    public static Instant activeSince(LocalDate today) {
        return today.minusDays(ACTIVE_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
