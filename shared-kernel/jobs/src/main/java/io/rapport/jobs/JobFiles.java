package io.rapport.jobs;

import io.rapport.jobs.reading.ByteSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;

/** Uploaded files, kept in the database in parts: they outlive the process, and every instance can read them. */
class JobFiles {

    private static final int PART_BYTES = 1024 * 1024;

    private final JdbcClient database;

    JobFiles(JdbcClient database) {
        this.database = database;
    }

    /** Copies a file part by part into the running transaction. */
    void store(String jobId, ByteSource file) throws IOException {
        try (InputStream bytes = file.open()) {
            byte[] part;
            for (int number = 0; (part = bytes.readNBytes(PART_BYTES)).length > 0; number++) {
                database.sql("INSERT INTO job_file_part (job_id, part, content) VALUES (?, ?, ?)")
                        .param(jobId).param(number).param(part).update();
            }
        }
    }

    /** Holds one part at a time. */
    ByteSource of(String jobId) {
        return () -> new SequenceInputStream(new Parts(jobId));
    }

    void delete(String jobId) {
        database.sql("DELETE FROM job_file_part WHERE job_id = ?").param(jobId).update();
    }

    private final class Parts implements Enumeration<InputStream> {

        private final String jobId;
        private byte[] next;
        private int number;

        private Parts(String jobId) {
            this.jobId = jobId;
            this.next = part(0);
        }

        @Override
        public boolean hasMoreElements() {
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            InputStream part = new ByteArrayInputStream(next);
            next = part(++number);
            return part;
        }

        private byte[] part(int wanted) {
            return database.sql("SELECT content FROM job_file_part WHERE job_id = ? AND part = ?")
                    .param(jobId).param(wanted).query(byte[].class).optional().orElse(null);
        }
    }
}
