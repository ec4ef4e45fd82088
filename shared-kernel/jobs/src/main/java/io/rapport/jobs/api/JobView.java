package io.rapport.jobs.api;

import io.rapport.jobs.Job;
import io.rapport.jobs.JobState;
import io.rapport.jobs.JobTask;

import java.time.Instant;

/**
 * A job as its creator sees it; rows or records are counted.
 *
 * @param noted      of those taken, rows that were taken otherwise than they say
 * @param etaSeconds null as long as there is no speed to reckon with
 * @param undoUntil  null where it cannot be undone
 * @param undoes     the job that this one takes back; null for others
 * @param undoneBy   the job that takes this one back; null when there is none
 */
public record JobView(String id, JobTask task, JobState state, boolean dryRun, long total, long done, long created,
                      long updated, long unchanged, long refused, long noted, Long etaSeconds, Instant undoUntil,
                      String undoes, String undoneBy) {

    static JobView of(Job job, Instant undoUntil) {
        Job.Progress progress = job.progress();
        return new JobView(job.id(), job.task(), job.state(), job.dryRun(), progress.total(), progress.done(),
                progress.created(), progress.updated(), progress.unchanged(), progress.refused(), progress.noted(),
                progress.etaSeconds(), undoUntil, job.undoes(), job.undoneBy());
    }
}
