package io.rapport.jobs;

/** What a job does to its records. */
public enum JobTask {
    /** Brings in the rows of a file. */
    IMPORT,
    /** Changes many records in the same way. */
    BATCH,
    /** Takes back what another job did. */
    UNDO
}
