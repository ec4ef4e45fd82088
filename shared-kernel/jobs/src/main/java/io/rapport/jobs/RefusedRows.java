package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows that were refused, kept so that their sender can mend and send them again; and rows that were taken otherwise
 * than they say.
 */
public class RefusedRows {

    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {
    };
    private static final int PAGE = 500;

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    RefusedRows(JdbcClient database) {
        this.database = database;
    }

    void add(String jobId, List<RefusedRow> rows) {
        add(jobId, rows, false);
    }

    /** Rows that were taken. */
    void addNoted(String jobId, List<RefusedRow> rows) {
        add(jobId, rows, true);
    }

    private void add(String jobId, List<RefusedRow> rows, boolean taken) {
        for (RefusedRow row : rows) {
            database.sql("INSERT INTO job_refused_row (job_id, line, cells, errors, taken) VALUES (?, ?, ?, ?, ?)")
                    .param(jobId).param(row.line()).param(row.cells().toArray(String[]::new))
                    .param(json.writeValueAsString(row.errors())).param(taken).update();
        }
    }

    /** Gives all refused rows of a job in the order of the file, holding one page at a time. */
    public void forEach(String jobId, Consumer<RefusedRow> reader) {
        forEach(jobId, false, reader);
    }

    /** As {@link #forEach}, the rows that were taken and of which something is to be said. */
    public void forEachNoted(String jobId, Consumer<RefusedRow> reader) {
        forEach(jobId, true, reader);
    }

    private void forEach(String jobId, boolean taken, Consumer<RefusedRow> reader) {
        long after = 0;
        List<RefusedRow> page;
        do {
            page = database.sql("""
                    SELECT line, cells, errors FROM job_refused_row WHERE job_id = ? AND taken = ? AND line > ?
                    ORDER BY line LIMIT ?""").param(jobId).param(taken).param(after).param(PAGE)
                    .query((row, n) -> new RefusedRow(row.getLong(1),
                            Arrays.asList((String[]) row.getArray(2).getArray()),
                            json.readValue(row.getString(3), ERRORS))).list();
            page.forEach(reader);
            after = page.isEmpty() ? after : page.getLast().line();
        } while (page.size() == PAGE);
    }
}
