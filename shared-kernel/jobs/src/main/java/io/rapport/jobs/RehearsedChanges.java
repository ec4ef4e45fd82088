package io.rapport.jobs;

import io.rapport.web.json.FieldChange;
import io.rapport.web.json.FieldChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What dry runs would change, field by field. Of each only the first rows are kept, as many as somebody may look
 * through before he lets the file in; the counts of the job tell of all.
 */
public class RehearsedChanges {

    /** Rows of one dry run of which the changes are kept. */
    static final int MOST = 1_000;

    private static final TypeReference<List<FieldChange>> FIELDS = new TypeReference<>() {
    };

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    RehearsedChanges(JdbcClient database) {
        this.database = database;
    }

    /** Compares what the records are now, inside the rehearsal, with what they were before it, as long as there is room. */
    List<RehearsedChange> compare(Job job, List<RecordChanges.Change> changes, RecordVersions versions) {
        int room = MOST - database.sql("SELECT count(*) FROM job_rehearsed_change WHERE job_id = ?").param(job.id())
                .query(Integer.class).single();
        List<RehearsedChange> compared = new ArrayList<>();
        changes.stream().filter(change -> change.before() > 0).sorted().limit(room).forEach(change -> {
            ObjectNode before = versions.at(change.recordId(), change.before());
            List<FieldChange> fields =
                    FieldChanges.between(before, versions.at(change.recordId(), change.after()));
            if (!fields.isEmpty()) {
                compared.add(new RehearsedChange(change.place(), change.recordId(),
                        before.path("number").asString(null), before.path("name").asString(null), fields));
            }
        });
        return compared;
    }

    void add(String jobId, List<RehearsedChange> changes) {
        for (RehearsedChange change : changes) {
            database.sql("""
                    INSERT INTO job_rehearsed_change (job_id, line, record_id, number, name, fields)
                    VALUES (?, ?, ?, ?, ?, ?)""")
                    .param(jobId).param(change.line()).param(change.recordId()).param(change.number())
                    .param(change.name()).param(json.writeValueAsString(change.fields())).update();
        }
    }

    /**
     * In the order of the file.
     *
     * @param line after which to begin; 0 for the first
     */
    public List<RehearsedChange> after(String jobId, long line, int most) {
        return database.sql("""
                SELECT line, record_id, number, name, fields FROM job_rehearsed_change
                WHERE job_id = ? AND line > ? ORDER BY line LIMIT ?""").param(jobId).param(line).param(most)
                .query((row, _) -> new RehearsedChange(row.getLong(1), row.getString(2), row.getString(3),
                        row.getString(4), json.readValue(row.getString(5), FIELDS))).list();
    }

    /** Forgets the changes of dry runs that ended longer ago than this. */
    void forget(Duration kept) {
        database.sql("""
                DELETE FROM job_rehearsed_change USING job
                WHERE job.id = job_id AND job.ended_at < now() - make_interval(secs => ?)""")
                .param(kept.toSeconds()).update();
    }
}
