package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;

import java.util.List;

/**
 * A row that was not taken, as it stood in the file, and why; or one that was, and what is to be said of it.
 *
 * @param line   line of the file where it starts, from 1
 * @param cells  its fields
 * @param errors at least one
 */
public record RefusedRow(long line, List<String> cells, List<FieldError> errors) {

    public RefusedRow {
        cells = List.copyOf(cells);
        errors = List.copyOf(errors);
    }
}
