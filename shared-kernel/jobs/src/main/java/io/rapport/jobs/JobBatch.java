package io.rapport.jobs;

import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

/**
 * Carries out one batch: the records, the progress and the refused rows are committed together or not at all, so that
 * after a crash each row has been dealt with exactly once.
 */
final class JobBatch {

    private final TransactionTemplate transaction;
    private final JobLeases leases;
    private final RefusedRows refusedRows;
    private final RehearsedChanges rehearsedChanges;

    JobBatch(TransactionTemplate transaction, JobLeases leases, RefusedRows refusedRows,
             RehearsedChanges rehearsedChanges) {
        this.rehearsedChanges = rehearsedChanges;
        this.transaction = transaction;
        this.leases = leases;
        this.refusedRows = refusedRows;
    }

    /**
     * @return false if the job was asked to stop: then nothing was done
     * @throws JobLeases.LeaseLost if another runner has the job
     */
    <I> boolean carryOut(Job job, JobSteps<I> steps, List<I> items) {
        long start = System.nanoTime();
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (leases.hold(job.id()).stopRequested()) {
                leases.end(job.id(), JobState.STOPPED);
                return false;
            }
            Tally tally = steps.carryOut(items);
            refusedRows.add(job.id(), tally.refused());
            refusedRows.addNoted(job.id(), tally.noted());
            rehearsedChanges.add(job.id(), tally.rehearsed());
            leases.advance(job.id(), tally.progress((System.nanoTime() - start) / 1_000_000));
            return true;
        }));
    }

    /** Ends the job together with what its last step does. */
    void finish(Job job, JobSteps<?> steps) {
        transaction.executeWithoutResult(_ -> {
            leases.hold(job.id());
            leases.end(job.id(), JobState.DONE);
            steps.finish();
        });
    }

    void fail(Job job) {
        transaction.executeWithoutResult(_ -> {
            leases.hold(job.id());
            leases.end(job.id(), JobState.FAILED);
        });
    }
}
