package io.rapport.reporting.export;

import io.rapport.reporting.answers.RecordJson;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.merges.Survivors;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.search.query.ListSnapshot;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list about to be written to a file: whatever can be refused has been, and its first records are there.
 *
 * @param <D> the record as it is read
 */
final class ListExport<D extends RecordDocument> implements AutoCloseable {

    private final ListSnapshot<D> snapshot;
    private final List<ExportColumn> columns;
    private final Set<String> fields;
    private final RecordJson json;
    private final Survivors survivors;
    private final KindRights rights;
    private List<D> part;

    /**
     * @param snapshot closed with this, and at once when its first records cannot be had
     */
    ListExport(ListSnapshot<D> snapshot, List<ExportColumn> columns, RecordJson json, Survivors survivors,
            KindRights rights) {
        this.rights = rights;
        this.snapshot = snapshot;
        this.columns = columns;
        this.fields = columns.stream().map(ExportColumn::topName).collect(Collectors.toUnmodifiableSet());
        this.json = json;
        this.survivors = survivors;
        try {
            part = snapshot.next();
        } catch (RuntimeException notNow) {
            snapshot.close();
            throw notNow;
        }
    }

    /** How many records the file will hold. */
    long total() {
        return snapshot.total();
    }

    List<ExportColumn> columns() {
        return columns;
    }

    /**
     * Writes all records, holding one part of them in memory.
     *
     * @throws IOException if nobody takes the file any more
     */
    void writeTo(TableFile file) throws IOException {
        while (!part.isEmpty()) {
            List<ObjectNode> records = part.stream().map(record -> json.of(record, fields, rights)).toList();
            for (ObjectNode shown : survivors.shown(records)) {
                file.row(columns.stream().map(column -> column.cell(shown)).toList());
            }
            part = snapshot.next();
        }
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
