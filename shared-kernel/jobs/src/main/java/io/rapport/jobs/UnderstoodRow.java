package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.jobs.reading.CsvRow;

import java.util.List;

/**
 * A row of the file, ready to be carried out or already known to be refused.
 *
 * @param row     as it stands in the file
 * @param value   what it means; null when it is refused
 * @param keys    what tells its record from the others in the file
 * @param digest  tells whether another row says the same
 * @param errors  why it is refused; empty when it is not
 */
record UnderstoodRow<R>(CsvRow row, R value, List<String> keys, byte[] digest, List<FieldError> errors) {

    boolean isRefused() {
        return !errors.isEmpty();
    }
}
