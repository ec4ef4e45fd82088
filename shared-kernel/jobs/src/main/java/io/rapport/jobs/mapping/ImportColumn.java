package io.rapport.jobs.mapping;

import java.util.List;

/**
 * A field that a file may bring, and the headers it is known by.
 *
 * @param field    name of the field as in the API, for example {@code phone}
 * @param path     where the field is in commands, and so in what they refuse, for example {@code address.registered}
 * @param required whether a file without it cannot be imported
 * @param labels   known headers, the most certain first; compared folded, see {@link LabelFolding}
 */
public record ImportColumn(String field, String path, boolean required, List<String> labels) {

    public ImportColumn {
        labels = List.copyOf(labels);
    }

    public static ImportColumn required(String field, String... labels) {
        return new ImportColumn(field, field, true, List.of(labels));
    }

    public static ImportColumn optional(String field, String... labels) {
        return new ImportColumn(field, field, false, List.of(labels));
    }

    /** The same column for a field that commands know by another path. */
    public ImportColumn at(String otherPath) {
        return new ImportColumn(field, otherPath, required, labels);
    }
}
