package io.rapport.reporting.search.api;

import io.rapport.reporting.answers.RecordJson;
import io.rapport.reporting.freshness.ConsistencyGate;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.merges.Survivors;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.reporting.search.catalogue.Catalogues;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.query.FacetCount;
import io.rapport.reporting.search.query.ListParameters;
import io.rapport.reporting.search.query.Listing;
import io.rapport.reporting.search.query.RecordLists;
import io.rapport.reporting.search.query.Selection;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers lists and facets of any kind of record: reads the parameters, waits for named writes, asks the index. */
@Component
class ListAnswers {

    private final RecordLists lists;
    private final VisibilityRules rules;
    private final ConsistencyGate gate;
    private final RecordJson json;
    private final Survivors survivors;

    ListAnswers(RecordLists lists, VisibilityRules rules, ConsistencyGate gate, RecordJson json, Survivors survivors) {
        this.lists = lists;
        this.rules = rules;
        this.gate = gate;
        this.json = json;
        this.survivors = survivors;
    }

    ListAnswer list(RecordKind kind, Map<String, String[]> parameters, ConsistencyTokens tokens, Caller caller) {
        return list(Catalogues.of(kind), parameters, tokens, caller);
    }

    private <D extends RecordDocument> ListAnswer list(FieldCatalogue<D> catalogue, Map<String, String[]> parameters,
            ConsistencyTokens tokens, Caller caller) {
        ListParameters read = ListParameters.ofList(catalogue, parameters);
        Selection selection = selection(catalogue, read, caller);
        Set<String> fields = json.fields(catalogue.kind(), read.fields());
        var page = read.page();
        gate.awaitSearch(catalogue.kind(), tokens.tokens());
        Listing<D> listing = lists.list(catalogue, selection, page);
        return new ListAnswer(
                survivors.shown(listing.records().stream().map(record -> json.of(record, fields)).toList()),
                listing.total(), listing.nextCursor());
    }

    FacetsAnswer facets(RecordKind kind, Map<String, String[]> parameters, ConsistencyTokens tokens, Caller caller) {
        FieldCatalogue<?> catalogue = Catalogues.of(kind);
        ListParameters read = ListParameters.ofFacets(catalogue, parameters);
        Selection selection = selection(catalogue, read, caller);
        List<String> fields = read.facets();
        gate.awaitSearch(kind, tokens.tokens());
        Map<String, List<FacetCount.Value>> facets = new LinkedHashMap<>();
        Map<String, Long> others = new LinkedHashMap<>();
        lists.facets(catalogue, selection, fields).forEach((field, counted) -> {
            facets.put(field, counted.values());
            if (counted.others() > 0) {
                others.put(field, counted.others());
            }
        });
        return new FacetsAnswer(facets, others);
    }

    private Selection selection(FieldCatalogue<?> catalogue, ListParameters read, Caller caller) {
        return new Selection(read.searched(), read.filter(),
                rules.visibility(caller, catalogue.kind(), read.archived()));
    }
}
