package io.rapport.eventstore.storage;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the store keeps the promise that a reader of all events misses none. The values depend on each other and are
 * therefore set in one place.
 *
 * <p>PostgreSQL hands out the global index of an event when it is inserted, but shows the event only when its
 * transaction commits. A reader that has seen index 8 without 7 keeps 7 as a <em>gap</em> and asks for it again. It gives
 * up on a gap when the events around it are older than {@code gapTimeout}, or when the gap lies more than
 * {@code maxGapOffset} behind. Whatever commits after that is skipped for ever. So both must be out of reach of the
 * slowest transaction there can be, and for that the database itself ends every transaction after
 * {@code transactionTimeout}:
 * <ul>
 * <li>{@code gapTimeout} is at least ten times {@code transactionTimeout}: clocks of two machines may differ, and the
 *     time of an event is taken before it is inserted;</li>
 * <li>{@code maxGapOffset} is above the events per second at peak × {@code transactionTimeout}: one million is 33,000
 *     events/s for 30 s, more than one PostgreSQL takes.</li>
 * </ul>
 *
 * @param transactionTimeout longest a transaction may take; PostgreSQL ends its connection after that
 * @param gapTimeout         how long a reader asks for an index it has not seen
 * @param maxGapOffset       how many indexes behind the newest a reader still asks
 * @param readBatch          how many events are read at once
 * @param snapshotAfter      a snapshot is made when a record was read from more events than this
 */
@ConfigurationProperties("rapport.eventstore")
public record EventStoreProperties(
        @DefaultValue("30s") Duration transactionTimeout,
        @DefaultValue("10m") Duration gapTimeout,
        @DefaultValue("1000000") int maxGapOffset,
        @DefaultValue("500") int readBatch,
        @DefaultValue("50") int snapshotAfter) {

    private static final int PEAK_EVENTS_PER_SECOND = 10_000;

    /**
     * @throws IllegalArgumentException if events that commit late could be skipped
     */
    public EventStoreProperties {
        if (transactionTimeout.isNegative() || transactionTimeout.isZero()
                || gapTimeout.compareTo(transactionTimeout.multipliedBy(10)) < 0) {
            throw new IllegalArgumentException("rapport.eventstore.gap-timeout (" + gapTimeout
                    + ") must be at least ten times transaction-timeout (" + transactionTimeout + ")");
        }
        if (maxGapOffset < PEAK_EVENTS_PER_SECOND * transactionTimeout.toSeconds()) {
            throw new IllegalArgumentException("rapport.eventstore.max-gap-offset (" + maxGapOffset + ") must be above "
                    + PEAK_EVENTS_PER_SECOND + " events/s for " + transactionTimeout);
        }
        if (readBatch < 1 || snapshotAfter < 2) {
            throw new IllegalArgumentException("rapport.eventstore: read-batch from 1, snapshot-after from 2");
        }
    }
}
