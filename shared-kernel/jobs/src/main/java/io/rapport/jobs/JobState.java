package io.rapport.jobs;

/** Where a job stands. */
public enum JobState {
    /** Waits for a runner. */
    QUEUED,
    /** A runner is at it, or was until its process ended: then the next one goes on. */
    RUNNING,
    /** Halted by its creator between two batches; may be resumed. */
    STOPPED,
    /** Nothing left to do. */
    DONE,
    /** Halted by a fault that repetition did not mend; may be resumed. */
    FAILED,
    /** Everything it did has been taken back, but for what something newer has touched. */
    UNDONE
}
