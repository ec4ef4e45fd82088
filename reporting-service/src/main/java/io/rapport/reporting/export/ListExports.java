package io.rapport.reporting.export;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.answers.RecordJson;
import io.rapport.reporting.freshness.ConsistencyGate;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.merges.Survivors;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.query.ListParameters;
import io.rapport.reporting.search.query.RecordLists;
import io.rapport.reporting.search.query.Selection;
import io.rapport.reporting.search.segments.Selections;
import io.rapport.web.problem.ProblemException;
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
    private final VisibilityRules rules;
    private final ExportQuotas quotas;

    ListExports(RecordLists lists, Selections selections, ConsistencyGate gate, RecordJson json, Survivors survivors,
            VisibilityRules rules, ExportQuotas quotas) {
        this.rules = rules;
        this.quotas = quotas;
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
     * @throws Refusal          of kind UNREADABLE if a parameter cannot be read
     * @throws ProblemException 403 when the caller may take nothing of it away
     */
    ListExport<?> open(FieldCatalogue<?> catalogue, ListParameters parameters, ConsistencyTokens tokens,
            Caller caller) {
        return opened(catalogue, parameters, tokens, caller);
    }

    private <D extends RecordDocument> ListExport<D> opened(FieldCatalogue<D> catalogue, ListParameters parameters,
            ConsistencyTokens tokens, Caller caller) {
        List<ExportColumn> columns = ExportColumn.of(catalogue, parameters.fields());
        var sort = parameters.sort();
        Selection listed = selections.of(catalogue, parameters, caller);
        Selection selection = new Selection(listed.searched(), listed.filter(),
                rules.exporting(caller, catalogue.kind(), listed.visibility(), parameters.segment() != null));
        gate.awaitSearch(catalogue.kind(), tokens.tokens());
        return new ListExport<>(lists.snapshot(catalogue, selection, sort), columns, json, survivors,
                selection.visibility().rights());
    }

    /**
     * Counts the records of an export that is about to be written against what its caller may take away in a day.
     *
     * @throws ProblemException 403 when they are too many
     */
    void count(ListExport<?> export, RecordKind kind, Caller caller) {
        Integer most = rules.exportRowsADay(caller, kind);
        if (most != null) {
            quotas.take(caller.name(), export.total(), most);
        }
    }
}
