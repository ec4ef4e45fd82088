package io.rapport.jobs.reading;

import io.rapport.contracts.refusal.FieldError;

import java.util.List;

/**
 * One record below the header.
 *
 * @param line    line of the file where it starts, from 1
 * @param cells   its fields as they stand in the file
 * @param problem why the row cannot be used as it stands, such as too few fields; null when it can
 */
public record CsvRow(long line, List<String> cells, FieldError problem) {

    public CsvRow {
        cells = List.copyOf(cells);
    }
}
