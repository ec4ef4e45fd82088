package io.rapport.jobs;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.mapping.ImportColumns;
import io.rapport.jobs.reading.ByteSource;
import io.rapport.jobs.reading.TableFile;
import io.rapport.web.signin.Caller;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Bean of a service: what one kind of record contributes to be imported from files. Everything else, reading, mapping,
 * batching, progress, refused rows, is the same for all kinds.
 *
 * @param <R> a row of the file, understood
 */
public interface RowImporter<R> {

    /** Kind of the records, for example {@code customer}; prefix of the ids of its jobs. */
    String recordKind();

    /** The fields that a file may bring. */
    ImportColumns columns();

    /**
     * The rows of an uploaded file: a table as it is, or what kinds of their own make of theirs.
     *
     * @throws Refusal     if it cannot be read
     * @throws IOException if the upload cannot be read
     */
    default TableFile understand(ByteSource file) throws IOException {
        return TableFile.understand(file);
    }

    /**
     * Understands one row. Pure.
     *
     * @param values stripped texts by field; blank cells are absent
     * @throws Refusal naming every cell that cannot be understood
     */
    R read(Map<String, String> values);

    /**
     * What the user may choose that rows are recognised by, instead of what is usual, for example {@code number} or
     * {@code name+phone}.
     */
    default List<String> recognitions() {
        return List.of();
    }

    /**
     * As {@link #read(Map)}, for a row that is recognised by what the user chose.
     *
     * @param recognisedBy one of {@link #recognitions()}; null for what is usual
     * @throws Refusal also naming every cell that it would be recognised by and that is empty
     */
    default R read(Map<String, String> values, String recognisedBy) {
        return read(values);
    }

    /**
     * What rows that follow each other share where they speak for one record together, such as the lines of an order.
     * Pure.
     *
     * @param values as for {@link #read(Map)}
     * @return null where a row speaks for a record alone
     */
    default String group(Map<String, String> values) {
        return null;
    }

    /**
     * What rows of one group say together. Pure.
     *
     * @param rows at least two
     * @throws Refusal where they contradict each other
     */
    default R join(List<R> rows) {
        throw new UnsupportedOperationException("rows of this kind are not grouped");
    }

    /**
     * What tells the record of this row from all others in the file. Rows that share a key speak for the same record.
     * Pure.
     */
    List<String> keys(R row);

    /**
     * Finds the known record of each row and says what to do. Runs in the transaction of the batch, once for each
     * batch: ask the database for all rows together.
     *
     * <p>What the caller does not see is not there: a row that names it is planned as one that names what nobody knows.
     *
     * @param rows   rows without a key in common
     * @param caller in whose name they are brought in
     * @return one for each row, in the same order
     */
    List<PlannedRow> plan(List<R> rows, Caller caller);
}
