package io.rapport.eventstore.audit;

import java.time.Instant;
import java.util.List;

/**
 * Result of comparing the event store of a service with its topic.
 *
 * @param ok         no finding
 * @param at         when it was begun
 * @param topic      the topic
 * @param store      what the store holds
 * @param published  what the topic holds
 * @param pending    events that are stored and not yet relayed; no fault, they are on their way
 * @param duplicates messages that came again unchanged; no fault, readers ignore them
 * @param faults     how many faults there are
 * @param findings   the first of them, at most {@value #LISTED}
 */
public record AuditReport(boolean ok, Instant at, String topic, RecordDigest store, RecordDigest published,
                          long pending, long duplicates, long faults, List<Finding> findings) {

    static final int LISTED = 1000;

    /** What kind of fault. */
    public enum Kind {
        /** Stored and relayed, but not in the topic. */
        MISSING_IN_TOPIC,
        /** Not even in the store, though later events of the record are. */
        MISSING_IN_STORE,
        /** The topic has another event at this place. */
        DIFFERENT,
        /** In the topic, but never stored. */
        FOREIGN,
        /** In the topic after a later event of its record. */
        OUT_OF_ORDER
    }

    /**
     * @param recordId the record
     * @param sequence the first event concerned, from 1
     * @param count    how many events in a row
     */
    public record Finding(Kind kind, String recordId, long sequence, long count) {
    }
}
