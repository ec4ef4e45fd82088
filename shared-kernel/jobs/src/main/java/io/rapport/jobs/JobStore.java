package io.rapport.jobs;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;
import io.rapport.jobs.mapping.ColumnMapping;
import io.rapport.jobs.reading.CsvFormat;
import io.rapport.web.signin.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
                    stop_requested = state = 'RUNNING' AND lease_until > now(),
                    ended_at = CASE WHEN state = 'RUNNING' AND lease_until > now() THEN NULL ELSE now() END
                WHERE id = ? AND state IN ('QUEUED', 'RUNNING', 'STOPPED')""").param(id).update();
        return changed(id, stopped);
    }

    /**
     * Lets a stopped or failed job go on where it halted; one that is running is left to run.
     *
     * @throws Refusal CONFLICT {@code job-ended} if it is done, or taken back
     */
    public Job resume(String id) {
        int resumed = database.sql("""
                UPDATE job SET
                    state = CASE WHEN state = 'RUNNING' THEN 'RUNNING' ELSE 'QUEUED' END,
                    stop_requested = false, ended_at = NULL
                WHERE id = ? AND state IN ('QUEUED', 'RUNNING', 'STOPPED', 'FAILED') AND undone_by IS NULL""")
                .param(id).update();
        return changed(id, resumed);
    }

    private Job changed(String id, int rows) {
        Job job = find(id).orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "job-unknown"));
        if (rows == 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "job-ended", job.state());
        }
        return job;
    }

    /** The job, locked until the end of the transaction. */
    Job lock(String id) {
        return database.sql("SELECT * FROM job WHERE id = ? FOR UPDATE").param(id).query(JobStore::job).optional()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "job-unknown"));
    }

    /** Notes which job takes another one back, and how many records that is. */
    void undoing(String id, String undoId, long records) {
        database.sql("UPDATE job SET undone_by = ? WHERE id = ?").param(undoId).param(id).update();
        total(undoId, records);
    }

    /** Notes that a job has been taken back; what it kept to go on with is of no more use. */
    void undone(String id) {
        database.sql("UPDATE job SET state = 'UNDONE' WHERE id = ?").param(id).update();
        for (String kept : List.of("job_file_part", "job_row_key", "job_record")) {
            database.sql("DELETE FROM " + kept + " WHERE job_id = ?").param(id).update();
        }
    }

    /** Notes how much a job has to do. */
    void total(String id, long records) {
        database.sql("UPDATE job SET total = ? WHERE id = ?").param(records).param(id).update();
    }

    /** Forgets what would be needed to take jobs back that ended before the given time. */
    void forgetChanges(Duration kept) {
        database.sql("""
                DELETE FROM job_change USING job
                WHERE job.id = job_id AND job.ended_at < now() - make_interval(secs => ?)
                  AND (job.undone_by IS NULL OR job.state = 'UNDONE')""").param(kept.toSeconds()).update();
    }

    /**
     * Stores a new job, once for each idempotency key.
     *
     * @param key null when the request had none
     * @return false if the key is taken
     */
    boolean insert(Job job, RequestKey key) {
        return database.sql("""
                INSERT INTO job (id, record_kind, task, creator, creator_roles, creator_team, creator_scopes,
                                 correlation_id, traceparent, state, dry_run, file_format, headers, mapping, recognised_by, edit, undoes, total, idempotency_key,
                                 request_digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (creator, idempotency_key) DO NOTHING""")
                .param(job.id()).param(job.recordKind()).param(job.task().name()).param(job.creator())
                .param(job.caller().roles().stream().map(Role::code).sorted().toArray(String[]::new))
                .param(job.caller().team())
                .param(job.caller().scopes().stream().map(Scope::code).sorted().toArray(String[]::new))
                .param(job.correlationId()).param(job.traceparent()).param(job.state().name()).param(job.dryRun())
                .param(job.format() == null ? null : job.format().toString())
                .param(job.headers().toArray(String[]::new))
                .param(job.mapping().fields().toArray(String[]::new)).param(job.recognisedBy())
                .param(job.edit()).param(job.undoes())
                .param(job.progress().total())
                .param(key == null ? null : key.value()).param(key == null ? null : key.digest())
                .update() == 1;
    }

    /**
     * Id of the job that an earlier request with this key asked for.
     *
     * @param key null when the request has none
     * @throws Refusal INVALID if the key came with another request
     */
    Optional<String> earlier(String creator, RequestKey key) {
        if (key == null) {
            return Optional.empty();
        }
        return database.sql("SELECT id, request_digest FROM job WHERE creator = ? AND idempotency_key = ?")
                .param(creator).param(key.value())
                .query((row, _) -> {
                    if (!key.digest().equals(row.getString(2))) {
                        throw Refusal.of(Refusal.Kind.INVALID, "Idempotency-Key", "idempotency-key-reused");
                    }
                    return row.getString(1);
                }).optional();
    }

    static Job job(ResultSet row, int number) throws SQLException {
        String format = row.getString("file_format");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Job(row.getString("id"), row.getString("record_kind"), JobTask.valueOf(row.getString("task")),
                caller(row), row.getString("correlation_id"), row.getString("traceparent"),
                JobState.valueOf(row.getString("state")), row.getBoolean("dry_run"),
                format == null ? null : CsvFormat.parse(format), texts(row, "headers"),
                new ColumnMapping(texts(row, "mapping")), row.getString("recognised_by"),
                row.getString("edit"), row.getString("undoes"),
                row.getString("undone_by"),
                new Job.Progress(row.getLong("total"), row.getLong("done"), row.getLong("created"),
                        row.getLong("updated"), row.getLong("unchanged"), row.getLong("refused"),
                        row.getLong("noted"), row.getLong("busy_millis")),
                row.getBoolean("stop_requested"), ended == null ? null : ended.toInstant());
    }

    private static Caller caller(ResultSet row) throws SQLException {
        List<String> scopes = texts(row, "creator_scopes");
        return new Caller(row.getString("creator"), texts(row, "creator_roles").stream()
                .flatMap(code -> Role.of(code).stream()).collect(Collectors.toSet()), row.getString("creator_team"),
                Arrays.stream(Scope.values()).filter(scope -> scopes.contains(scope.code()))
                        .collect(Collectors.toSet()));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
