package io.rapport.jobs;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.mapping.ColumnMapping;
import io.rapport.jobs.reading.ByteSource;
import io.rapport.jobs.reading.CsvRow;
import io.rapport.jobs.reading.CsvRows;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cuts a file into batches of understood rows, from where the job left off. No two rows of a batch speak for the same
 * record: the second of them opens the next batch, and so finds what the first one did.
 */
final class RowBatches<R> implements Closeable {

    private final RowImporter<R> importer;
    private final ColumnMapping mapping;
    private final String recognisedBy;
    private final CsvRows rows;
    private final MessageDigest sha256 = sha256();
    private UnderstoodRow<R> held;

    RowBatches(RowImporter<R> importer, Job job, ByteSource file) throws IOException {
        this.importer = importer;
        this.mapping = job.mapping();
        this.recognisedBy = job.recognisedBy();
        this.rows = CsvRows.open(file, job.format());
        this.rows.skip(job.progress().done());
    }

    /** Empty when the file is at its end. */
    List<UnderstoodRow<R>> next(int most) {
        List<UnderstoodRow<R>> batch = new ArrayList<>(most);
        Set<String> keys = new HashSet<>();
        while (batch.size() < most && (held != null || rows.hasNext())) {
            UnderstoodRow<R> row = held != null ? held : understand(rows.next());
            held = null;
            if (!Collections.disjoint(keys, row.keys())) {
                held = row;
                break;
            }
            keys.addAll(row.keys());
            batch.add(row);
        }
        return batch;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private UnderstoodRow<R> understand(CsvRow row) {
        if (row.problem() != null) {
            return new UnderstoodRow<>(row, null, List.of(), null, List.of(row.problem()));
        }
        Map<String, String> values = mapping.values(row.cells());
        try {
            R value = importer.read(values, recognisedBy);
            return new UnderstoodRow<>(row, value, importer.keys(value), digest(values), List.of());
        } catch (Refusal refusal) {
            return new UnderstoodRow<>(row, null, List.of(), null, refusal.errors());
        }
    }

    private byte[] digest(Map<String, String> values) {
        return sha256.digest(new TreeMap<>(values).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
