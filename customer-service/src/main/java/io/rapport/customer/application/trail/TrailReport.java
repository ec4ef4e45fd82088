package io.rapport.customer.application.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.eventstore.audit.FurtherAudit;

import java.util.List;

/**
 * Result of holding the kept trail against its seals and its topic.
 *
 * @param ok       no finding
 * @param entries  how many are kept
 * @param hash     seal of the last one, in hexadecimal; kept elsewhere, it proves later that nothing before it changed
 * @param pending  messages that are not read yet; no fault
 * @param faults   how many there are
 * @param findings the first of them in order, at most {@value #LISTED}
 */
record TrailReport(boolean ok, long entries, String hash, long pending, long faults, List<Finding> findings)
        implements FurtherAudit.Report {

    static final int LISTED = 100;

    /** What kind of fault. */
    enum Kind {
        /** Told in the topic or counted in the head, but not kept. */
        MISSING,
        /** Not what was sealed, or not what the topic tells. */
        ALTERED,
        /** Kept, but the topic does not tell it. */
        FOREIGN
    }

    /**
     * @param sequence of the entry, or where it ought to be
     * @param id       of the entry; left out where only its place is known
     * @param offset   of its message in the topic; left out where only its place is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finding(Kind kind, long sequence, String id, Long offset) {
    }
}
