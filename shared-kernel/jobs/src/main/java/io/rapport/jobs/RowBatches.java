package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
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
 * Cuts a file into batches of understood rows, from where the job left off. Rows that follow each other and are of one
 * group become one; a group that has more rows than fit into memory is cut, and its rest contradicts its beginning. No
 * two of a batch speak for the same record: the second of them opens the next batch, and so finds what the first one
 * did.
 */
final class RowBatches<R> implements Closeable {

    private static final int MOST_OF_A_GROUP = 1_000;

    private final RowImporter<R> importer;
    private final ColumnMapping mapping;
    private final String recognisedBy;
    private final CsvRows rows;
    private final MessageDigest sha256 = sha256();
    private Read ahead;
    private UnderstoodRow<R> held;

    /** @param values null where the row has a problem */
    private record Read(CsvRow row, Map<String, String> values, String group) {
    }

    RowBatches(RowImporter<R> importer, Job job, ByteSource file) throws IOException {
        this.importer = importer;
        this.mapping = job.mapping();
        this.recognisedBy = job.recognisedBy();
        this.rows = CsvRows.open(file, job.format());
        this.rows.skip(job.progress().done());
    }

    /**
     * Empty when the file is at its end.
     *
     * @param most rows of the file, unless a single group has more
     */
    List<UnderstoodRow<R>> next(int most) {
        List<UnderstoodRow<R>> batch = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int taken = 0;
        while (taken < most && (held != null || ahead != null || rows.hasNext())) {
            UnderstoodRow<R> row = held != null ? held : understand(group());
            held = null;
            if (!batch.isEmpty() && (!Collections.disjoint(keys, row.keys()) || taken + row.rows().size() > most)) {
                held = row;
                break;
            }
            keys.addAll(row.keys());
            batch.add(row);
            taken += row.rows().size();
        }
        return batch;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private List<Read> group() {
        List<Read> group = new ArrayList<>(1);
        group.add(ahead != null ? ahead : read());
        ahead = null;
        String wanted = group.getFirst().group();
        while (wanted != null && group.size() < MOST_OF_A_GROUP && rows.hasNext()) {
            Read next = read();
            if (!wanted.equals(next.group())) {
                ahead = next;
                break;
            }
            group.add(next);
        }
        return group;
    }

    private Read read() {
        CsvRow row = rows.next();
        Map<String, String> values = row.problem() == null ? mapping.values(row.cells()) : null;
        return new Read(row, values, values == null ? null : importer.group(values));
    }

    private UnderstoodRow<R> understand(List<Read> group) {
        List<CsvRow> rows = group.stream().map(Read::row).toList();
        List<List<FieldError>> errors = new ArrayList<>();
        List<R> understood = new ArrayList<>();
        for (Read read : group) {
            try {
                errors.add(read.row().problem() == null ? List.of() : List.of(read.row().problem()));
                if (read.values() != null) {
                    understood.add(importer.read(read.values(), recognisedBy));
                }
            } catch (Refusal refusal) {
                errors.set(errors.size() - 1, refusal.errors());
            }
        }
        if (understood.size() == group.size()) {
            try {
                R value = understood.size() == 1 ? understood.getFirst() : importer.join(understood);
                return new UnderstoodRow<>(rows, value, importer.keys(value), digest(group), List.of());
            } catch (Refusal refusal) {
                errors.replaceAll(_ -> refusal.errors());
            }
        }
        return new UnderstoodRow<>(rows, null, List.of(), null, explained(rows, errors));
    }

    /** A row that is refused only because of another one of its group says so. */
    private static List<List<FieldError>> explained(List<CsvRow> rows, List<List<FieldError>> errors) {
        long line = 0;
        for (int i = 0; i < rows.size() && line == 0; i++) {
            line = errors.get(i).isEmpty() ? 0 : rows.get(i).line();
        }
        List<FieldError> because = List.of(FieldError.of("", "row-goes-with-line", line));
        return errors.stream().map(own -> own.isEmpty() ? because : own).toList();
    }

    private byte[] digest(List<Read> group) {
        group.forEach(read ->
                sha256.update(new TreeMap<>(read.values()).toString().getBytes(StandardCharsets.UTF_8)));
        return sha256.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
