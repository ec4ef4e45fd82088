package io.rapport.interaction.application.interactions.imports;

import io.rapport.jobs.mapping.ImportColumn;
import io.rapport.jobs.mapping.ImportColumns;

import java.util.List;
import java.util.stream.Stream;

/** What files say of interactions. */
final class InteractionColumns {

    static final String PROBLEM = "fileProblem";

    /** The fields of a row, in the order in which mails and meetings are written. */
    static final List<String> OF_FILES = List.of("kind", "time", "subject", "text", "participants", "durationSeconds",
            "attachments", "messageId", PROBLEM);

    static final ImportColumns ALL = new ImportColumns(Stream.concat(
            OF_FILES.stream().limit(2).map(ImportColumn::required),
            OF_FILES.stream().skip(2).map(ImportColumn::optional)).toList());

    private InteractionColumns() {
    }
}
