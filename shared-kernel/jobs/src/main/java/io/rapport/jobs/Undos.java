package io.rapport.jobs;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.RecordIds;
import io.rapport.jobs.mapping.ColumnMapping;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import io.rapport.web.signin.Caller;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes jobs back: each undo is itself a job, with progress, that stops and goes on like any other. */
public class Undos {

    private final TransactionTemplate transaction;
    private final JobStore jobs;
    private final JobRecords records;
    private final JobRunner runner;
    private final JobProperties properties;
    private final Trail trail;
    private final Clock clock;

    Undos(TransactionTemplate transaction, JobStore jobs, JobRecords records, JobRunner runner,
          JobProperties properties, Trail trail, Clock clock) {
        this.transaction = transaction;
        this.jobs = jobs;
        this.records = records;
        this.runner = runner;
        this.properties = properties;
        this.trail = trail;
        this.clock = clock;
    }

    /** Until when a job can be undone; null where it cannot. */
    public Instant until(Job job) {
        return job.isReversible() ? job.endedAt().plus(properties.undoWithin()) : null;
    }

    /**
     * Queues the undo of a job; the same one for the same job, however often it is asked for.
     *
     * @param by who asks, and in whose name the records change back
     * @return id of the job that undoes it
     * @throws Refusal CONFLICT {@code undo-running} while it runs, {@code undo-nothing} if it changed nothing, only
     *                 counted or is itself an undo, {@code undo-too-late} after {@link #until}
     */
    public String submit(String jobId, By by) {
        String undo = Objects.requireNonNull(transaction.execute(_ -> {
            Job job = jobs.lock(jobId);
            if (job.undoneBy() != null) {
                return job.undoneBy();
            }
            check(job);
            String id = job.recordKind() + '-' + RecordIds.next();
            Job undoing = new Job(id, job.recordKind(), JobTask.UNDO, by.caller(), by.correlationId(),
                    by.traceparent(), JobState.QUEUED, false, null, UndoWork.HEADERS,
                    new ColumnMapping(Arrays.asList(new String[UndoWork.HEADERS.size()])), null, null, jobId, null,
                    Job.Progress.of(0), false, null);
            jobs.insert(undoing, null);
            jobs.undoing(jobId, id, records.addChangesOf(jobId, id));
            trail.record(TrailEntry.of(TrailAction.UNDONE, by.name(), by.correlationId(), job.recordKind(), List.of(),
                    Map.of("job", jobId, "by", id)));
            return id;
        }));
        runner.wake();
        return undo;
    }

    private void check(Job job) {
        if (job.state() == JobState.QUEUED || job.state() == JobState.RUNNING) {
            throw refused("undo-running");
        }
        Instant until = until(job);
        if (until == null) {
            throw refused("undo-nothing");
        }
        if (clock.instant().isAfter(until)) {
            throw refused("undo-too-late");
        }
    }

    private static Refusal refused(String code) {
        return Refusal.of(Refusal.Kind.CONFLICT, "", code);
    }

    /**
     * Who asks for something, in which request.
     *
     * @param traceparent null where the request was not traced
     */
    public record By(Caller caller, String correlationId, String traceparent) {

        String name() {
            return caller.name();
        }
    }
}
