package io.rapport.jobs.api;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.Job;
import io.rapport.jobs.JobStore;
import io.rapport.web.signin.Caller;

/** Jobs as far as a caller may follow them. */
final class VisibleJobs {

    private final JobStore jobs;
    private final JobAudience audience;

    VisibleJobs(JobStore jobs, JobAudience audience) {
        this.jobs = jobs;
        this.audience = audience;
    }

    /** @throws Refusal UNKNOWN for a job that the caller may not follow, or that there is not */
    Job find(String id, Caller caller) {
        return jobs.find(id)
                .filter(job -> audience.mayFollow(job.creator(), caller))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "job-unknown"));
    }

    /** Whether the caller sees what the file of a job brings for a field; null for what goes to no field. */
    boolean seesField(Job job, String field, Caller caller) {
        return job.creator().equals(caller.name()) || audience.seesField(job, field, caller);
    }
}
