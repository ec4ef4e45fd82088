package io.rapport.jobs;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Who is at which job. A runner holds a job by a lease that every batch renews in its own transaction; a runner whose
 * lease was taken over cannot commit, so each row is dealt with by one runner only.
 */
class JobLeases {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final String owner;
    private final double leaseSeconds;

    JobLeases(JdbcClient database, TransactionTemplate transaction, String owner, Duration lease) {
        this.database = database;
        this.transaction = transaction;
        this.owner = owner;
        this.leaseSeconds = lease.toMillis() / 1000.0;
    }

    /**
     * Takes the job that has waited longest. Of each kind only one job runs at a time, whatever the number of
     * instances: two files that bring the same new record must not both make it.
     */
    Optional<Job> claim(Collection<String> recordKinds) {
        return transaction.execute(status -> {
            database.sql("SELECT pg_advisory_xact_lock(hashtext('rapport-job-claim'))").query().listOfRows();
            return database.sql("""
                    UPDATE job SET state = 'RUNNING', lease_owner = ?, lease_until = now() + make_interval(secs => ?)
                    WHERE id = (SELECT id FROM job waiting
                                WHERE record_kind = ANY (?)
                                  AND (state = 'QUEUED' OR state = 'RUNNING' AND lease_until <= now())
                                  AND NOT EXISTS (SELECT 1 FROM job other
                                                  WHERE other.record_kind = waiting.record_kind
                                                    AND other.state = 'RUNNING' AND other.lease_until > now())
                                ORDER BY queued_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                    RETURNING *""")
                    .param(owner).param(leaseSeconds).param(recordKinds.toArray(String[]::new))
                    .query(JobStore::job).optional();
        });
    }

    /**
     * Locks the job for a batch, at the start of its transaction, and renews the lease.
     *
     * @throws LeaseLost if another runner has it, or it ended
     */
    Job hold(String jobId) {
        return database.sql("""
                UPDATE job SET lease_until = now() + make_interval(secs => ?)
                WHERE id = ? AND lease_owner = ? AND state = 'RUNNING' RETURNING *""")
                .param(leaseSeconds).param(jobId).param(owner)
                .query(JobStore::job).optional().orElseThrow(() -> new LeaseLost(jobId));
    }

    /** Adds what a batch has done, in its transaction. */
    void advance(String jobId, Job.Progress batch) {
        database.sql("""
                UPDATE job SET done = done + ?, created = created + ?, updated = updated + ?,
                    unchanged = unchanged + ?, refused = refused + ?, noted = noted + ?,
                    busy_millis = busy_millis + ?
                WHERE id = ?""")
                .param(batch.done()).param(batch.created()).param(batch.updated()).param(batch.unchanged())
                .param(batch.refused()).param(batch.noted()).param(batch.busyMillis()).param(jobId).update();
    }

    /** Ends the run of a held job, in the transaction that holds it. */
    void end(String jobId, JobState state) {
        database.sql("""
                UPDATE job SET state = ?, stop_requested = false, lease_owner = NULL, lease_until = NULL,
                    ended_at = now() WHERE id = ?""").param(state.name()).param(jobId).update();
    }

    /** Lets another runner go on at once, because this process is about to end. */
    void giveUp(String jobId) {
        database.sql("UPDATE job SET lease_until = now() WHERE id = ? AND lease_owner = ? AND state = 'RUNNING'")
                .param(jobId).param(owner).update();
    }

    /** Another runner took the job over. */
    static final class LeaseLost extends RuntimeException {

        LeaseLost(String jobId) {
            super("no longer ours: " + jobId, null, false, false);
        }
    }
}
