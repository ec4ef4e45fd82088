package io.rapport.jobs;

import io.rapport.web.json.FieldChange;

import java.util.List;

/**
 * What one row of a file would change.
 *
 * @param line     line of the file where the row starts, from 1
 * @param recordId the record that it would change
 * @param number   its number before; null where it has none
 * @param name     its name before; null where it has none
 * @param fields   at least one
 */
public record RehearsedChange(long line, String recordId, String number, String name, List<FieldChange> fields) {

    public RehearsedChange {
        fields = List.copyOf(fields);
    }
}
