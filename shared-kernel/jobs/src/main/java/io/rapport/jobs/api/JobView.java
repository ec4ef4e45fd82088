package io.rapport.jobs.api;

import io.rapport.jobs.Job;
import io.rapport.jobs.JobState;

import java.time.Instant;

/**
 * A job as its creator sees it; rows are counted.
 *
 * @param etaSeconds null as long as there is no speed to reckon with
 * @param undoUntil  null where it cannot be undone
 */
public record JobView(String id, JobState state, boolean dryRun, long total, long done, long created, long updated,
                      long unchanged, long refused, Long etaSeconds, Instant undoUntil) {

    static JobView of(Job job) {
        Job.Progress progress = job.progress();
        return new JobView(job.id(), job.state(), job.dryRun(), progress.total(), progress.done(), progress.created(),
                progress.updated(), progress.unchanged(), progress.refused(), progress.etaSeconds(), null);
    }
}
