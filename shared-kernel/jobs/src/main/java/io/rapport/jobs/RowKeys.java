package io.rapport.jobs;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which line of a file has spoken for which record. */
class RowKeys {

    /** The line that has a key, and what it said. */
    record Spoken(String key, long line, byte[] digest) {
    }

    private final JdbcClient database;

    RowKeys(JdbcClient database) {
        this.database = database;
    }

    /** Those of the keys that earlier lines of the job have. */
    Map<String, Spoken> taken(String jobId, Collection<String> keys) {
        return database.sql("SELECT key, line, digest FROM job_row_key WHERE job_id = ? AND key = ANY (?)")
                .param(jobId).param(keys.toArray(String[]::new))
                .query((row, n) -> new Spoken(row.getString(1), row.getLong(2), row.getBytes(3)))
                .stream().collect(Collectors.toMap(Spoken::key, spoken -> spoken));
    }

    void add(String jobId, List<Spoken> spoken) {
        database.sql("""
                INSERT INTO job_row_key (job_id, key, line, digest)
                SELECT ?, key, line, digest FROM unnest(?, ?, ?) AS new (key, line, digest)""")
                .param(jobId)
                .param(spoken.stream().map(Spoken::key).toArray(String[]::new))
                .param(spoken.stream().map(Spoken::line).toArray(Long[]::new))
                .param(spoken.stream().map(Spoken::digest).toArray(byte[][]::new))
                .update();
    }

    void delete(String jobId) {
        database.sql("DELETE FROM job_row_key WHERE job_id = ?").param(jobId).update();
    }
}
