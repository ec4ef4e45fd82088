package io.rapport.jobs;

import io.rapport.contracts.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Jobs in the order in which they were asked for, the newest first. */
public class JobList {

    private final JdbcClient database;

    JobList(JdbcClient database) {
        this.database = database;
    }

    /** @param queuedAt when it was asked for */
    public record Entry(Job job, Instant queuedAt) {
    }

    /**
     * @param creators whose jobs; null for everybody's
     * @param after    id of the job that the entries follow; null for the newest
     * @param most     how many entries at most
     * @throws Refusal UNREADABLE {@code jobs-cursor-invalid} if there is no such job to follow
     */
    public List<Entry> newest(Collection<String> creators, String after, int most) {
        if (after != null && known(after) == 0) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "cursor", "jobs-cursor-invalid");
        }
        return database.sql("""
                SELECT * FROM job
                WHERE (:everybody OR creator = ANY (:creators))
                  AND (:after::text IS NULL OR (queued_at, id) < (SELECT queued_at, id FROM job WHERE id = :after))
                ORDER BY queued_at DESC, id DESC LIMIT :most""")
                .param("everybody", creators == null)
                .param("creators", creators == null ? new String[0] : creators.toArray(String[]::new)).param("after", after).param("most", most)
                .query((row, number) -> new Entry(JobStore.job(row, number), row.getTimestamp("queued_at").toInstant()))
                .list();
    }

    private int known(String id) {
        return database.sql("SELECT count(*) FROM job WHERE id = ?").param(id).query(Integer.class).single();
    }
}
