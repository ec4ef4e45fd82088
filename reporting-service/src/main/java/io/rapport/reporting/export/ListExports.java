package io.rapport.reporting.export;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.answers.RecordJson;
import io.rapport.reporting.freshness.ConsistencyGate;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.merges.Survivors;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.query.ListParameters;
import io.rapport.reporting.search.query.RecordLists;
import io.rapport.reporting.search.query.Selection;
import io.rapport.reporting.search.segments.Selections;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.List;

/** Opens exports of any kind of record: the list of the same parameters, whole. */
@Component
class ListExports {

    private final RecordLists lists;
    private final Selections selections;
    private final ConsistencyGate gate;
    private final RecordJson json;
    private final Survivors survivors;

    ListExports(RecordLists lists, Selections selections, ConsistencyGate gate, RecordJson json, Survivors survivors) {
        this.lists = lists;
        this.selections = selections;
        this.gate = gate;
        this.json = json;
        this.survivors = survivors;
    }

    /**
     * The format asked for, CSV when none is.
     *
     * @throws Refusal of kind UNREADABLE if there is no such format
     */
    FileFormat format(ListParameters parameters) {
        String format = parameters.format();
        return format == null ? FileFormat.CSV : FileFormat.of(format)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNREADABLE, "format", "export-format-unknown", "csv, xlsx"));
    }

    /**
     * @throws Refusal of kind UNREADABLE if a parameter cannot be read
     */
    ListExport<?> open(FieldCatalogue<?> catalogue, ListParameters parameters, ConsistencyTokens tokens,
            Caller caller) {
        return opened(catalogue, parameters, tokens, caller);
    }

    private <D extends RecordDocument> ListExport<D> opened(FieldCatalogue<D> catalogue, ListParameters parameters,
            ConsistencyTokens tokens, Caller caller) {
        List<ExportColumn> columns = ExportColumn.of(catalogue, parameters.fields());
        var sort = parameters.sort();
        Selection selection = selections.of(catalogue, parameters, caller);
        gate.awaitSearch(catalogue.kind(), tokens.tokens());
        return new ListExport<>(lists.snapshot(catalogue, selection, sort), columns, json, survivors);
    }
}
