package io.rapport.jobs;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/** The records that a batch or an undo goes over, in order. */
class JobRecords {

    /**
     * @param place   of the record in the job, from 1
     * @param version the record is expected to have; null where any will do
     */
    record Target(long place, String recordId, Long version) {
    }

    /**
     * A record that a batch is to change.
     *
     * @param version it is expected to have; null where any will do
     */
    record Selected(String recordId, Long version) {
    }

    /**
     * What a job did to a record.
     *
     * @param target      the record with the version that the job left it at
     * @param place       of the record in the job that is undone, for example its line
     * @param before      version before the job; 0 when the job made the record
     * @param interrupted whether somebody else changed it while the job was at it
     */
    record Changed(Target target, long place, long before, boolean interrupted) {
    }

    private final JdbcClient database;

    JobRecords(JdbcClient database) {
        this.database = database;
    }

    /**
     * Appends records; one that the job has already is passed over.
     *
     * @param before number of records it has
     * @return how many were appended
     */
    int add(String jobId, long before, List<Selected> records) {
        return database.sql("""
                INSERT INTO job_record (job_id, place, record_id, version)
                SELECT ?, ? + row_number() OVER (ORDER BY min(place)), id, max(version)
                FROM unnest(?, ?) WITH ORDINALITY AS new (id, version, place)
                WHERE NOT EXISTS (SELECT 1 FROM job_record known WHERE known.job_id = ? AND known.record_id = id)
                GROUP BY id""")
                .param(jobId).param(before)
                .param(records.stream().map(Selected::recordId).toArray(String[]::new))
                .param(records.stream().map(Selected::version).toArray(Long[]::new))
                .param(jobId).update();
    }

    List<Target> after(String jobId, long place, int most) {
        return database.sql("""
                SELECT place, record_id, version FROM job_record WHERE job_id = ? AND place > ?
                ORDER BY place LIMIT ?""").param(jobId).param(place).param(most)
                .query((row, _) -> new Target(row.getLong(1), row.getString(2), row.getObject(3, Long.class))).list();
    }

    /** Takes over all that another job changed, the last first. */
    long addChangesOf(String undoneJobId, String jobId) {
        return database.sql("""
                INSERT INTO job_record (job_id, place, record_id, version)
                SELECT ?, row_number() OVER (ORDER BY place DESC, record_id DESC), record_id, version_after
                FROM job_change WHERE job_id = ?""").param(jobId).param(undoneJobId).update();
    }

    List<Changed> changedAfter(String undoneJobId, String jobId, long place, int most) {
        return database.sql("""
                SELECT r.place, r.record_id, r.version, c.place, c.version_before, c.interrupted
                FROM job_record r JOIN job_change c ON c.job_id = ? AND c.record_id = r.record_id
                WHERE r.job_id = ? AND r.place > ? ORDER BY r.place LIMIT ?""")
                .param(undoneJobId).param(jobId).param(place).param(most)
                .query((row, _) -> new Changed(new Target(row.getLong(1), row.getString(2), row.getLong(3)),
                        row.getLong(4), row.getLong(5), row.getBoolean(6))).list();
    }

    void delete(String jobId) {
        database.sql("DELETE FROM job_record WHERE job_id = ?").param(jobId).update();
    }
}
