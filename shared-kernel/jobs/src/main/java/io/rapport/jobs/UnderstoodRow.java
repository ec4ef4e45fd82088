package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.jobs.reading.CsvRow;

import java.util.List;

/**
 * What the file says of one record in one row, or in several that follow each other: ready to be carried out or already
 * known to be refused.
 *
 * @param rows   as they stand in the file; at least one
 * @param value  what they mean; null when they are refused
 * @param keys   what tells their record from the others in the file
 * @param digest tells whether other rows say the same
 * @param errors why each row is refused; empty when they are not
 */
record UnderstoodRow<R>(List<CsvRow> rows, R value, List<String> keys, byte[] digest,
                        List<List<FieldError>> errors) {

    boolean isRefused() {
        return !errors.isEmpty();
    }

    /** Line of the file where the first row starts. */
    long line() {
        return rows.getFirst().line();
    }
}
