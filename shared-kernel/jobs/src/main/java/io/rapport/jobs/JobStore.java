package io.rapport.jobs;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.mapping.ColumnMapping;
import io.rapport.jobs.reading.CsvFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Jobs as their creators see them. */
public class JobStore {

    private final JdbcClient database;

    JobStore(JdbcClient database) {
        this.database = database;
    }

    /** Empty when there is no such job. */
    public Optional<Job> find(String id) {
        return database.sql("SELECT * FROM job WHERE id = ?").param(id).query(JobStore::job).optional();
    }

    /**
     * Asks a job to halt after its present batch. One that waits, or whose process died, is stopped at once.
     *
     * @throws Refusal CONFLICT {@code job-ended} if there is nothing left to stop
     */
    public Job stop(String id) {
        int stopped = database.sql("""
                UPDATE job SET
                    state = CASE WHEN state = 'RUNNING' AND lease_until > now() THEN 'RUNNING' ELSE 'STOPPED' END,
                    stop_requested = state = 'RUNNING' AND lease_until > now()
                WHERE id = ? AND state IN ('QUEUED', 'RUNNING', 'STOPPED')""").param(id).update();
        return changed(id, stopped);
    }

    /**
     * Lets a stopped or failed job go on where it halted; one that is running is left to run.
     *
     * @throws Refusal CONFLICT {@code job-ended} if it is done
     */
    public Job resume(String id) {
        int resumed = database.sql("""
                UPDATE job SET
                    state = CASE WHEN state = 'RUNNING' THEN 'RUNNING' ELSE 'QUEUED' END,
                    stop_requested = false, ended_at = NULL
                WHERE id = ? AND state IN ('QUEUED', 'RUNNING', 'STOPPED', 'FAILED')""").param(id).update();
        return changed(id, resumed);
    }

    private Job changed(String id, int rows) {
        Job job = find(id).orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "job-unknown"));
        if (rows == 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "job-ended", job.state());
        }
        return job;
    }

    /**
     * Stores a new job, once for each idempotency key.
     *
     * @param idempotencyKey null when the request had none
     * @return false if the key is taken
     */
    boolean insert(Job job, String idempotencyKey, String requestDigest) {
        return database.sql("""
                INSERT INTO job (id, record_kind, creator, correlation_id, traceparent, state, dry_run, file_format,
                                 headers, mapping, total, idempotency_key, request_digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (creator, idempotency_key) DO NOTHING""")
                .param(job.id()).param(job.recordKind()).param(job.creator()).param(job.correlationId())
                .param(job.traceparent()).param(job.state().name()).param(job.dryRun())
                .param(job.format().toString()).param(job.headers().toArray(String[]::new))
                .param(job.mapping().fields().toArray(String[]::new)).param(job.progress().total())
                .param(idempotencyKey).param(requestDigest)
                .update() == 1;
    }

    /** Id of the job that an earlier request with this key asked for, and the digest of that request. */
    Optional<Earlier> earlier(String creator, String idempotencyKey) {
        return database.sql("SELECT id, request_digest FROM job WHERE creator = ? AND idempotency_key = ?")
                .param(creator).param(idempotencyKey)
                .query((row, n) -> new Earlier(row.getString(1), row.getString(2))).optional();
    }

    record Earlier(String jobId, String requestDigest) {
    }

    static Job job(ResultSet row, int number) throws SQLException {
        return new Job(row.getString("id"), row.getString("record_kind"), row.getString("creator"),
                row.getString("correlation_id"), row.getString("traceparent"),
                JobState.valueOf(row.getString("state")), row.getBoolean("dry_run"),
                CsvFormat.parse(row.getString("file_format")), texts(row, "headers"),
                new ColumnMapping(texts(row, "mapping")),
                new Job.Progress(row.getLong("total"), row.getLong("done"), row.getLong("created"),
                        row.getLong("updated"), row.getLong("unchanged"), row.getLong("refused"),
                        row.getLong("busy_millis")),
                row.getBoolean("stop_requested"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
