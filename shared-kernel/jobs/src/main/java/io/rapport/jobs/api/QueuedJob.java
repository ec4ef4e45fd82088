package io.rapport.jobs.api;

/** Id of the job that was queued; a member of the answer. */
public record QueuedJob(String jobId) {
}
