package io.rapport.jobs;

import java.util.List;

/** Bean of a service: how records of one kind become again what they were. */
public interface RecordReversal {

    /** Kind of the records, for example {@code customer}. */
    String recordKind();

    /**
     * What brings each record back, or why it is left. Runs in the transaction of the batch, once for each batch. The
     * commands expect the record at the version that the job left it at, and refuse what somebody has changed since.
     *
     * @return one for each record, in the same order; never {@link PlannedRow.Create}
     */
    List<PlannedRow> plan(List<Reversal> reversals);

    /**
     * A record that is to become what it was.
     *
     * @param left   version that the job left it at, counted from 1
     * @param before version it had before the job, counted from 1; 0 when the job made it
     */
    record Reversal(String recordId, long left, long before) {

        /** For commands, which count versions from 0. */
        public Long expectedVersion() {
            return left - 1;
        }

        /** Whether there was no such record before. */
        public boolean wasMade() {
            return before == 0;
        }
    }
}
