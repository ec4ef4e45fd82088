package io.rapport.reporting.search.api;

import io.rapport.reporting.answers.RecordJson;
import io.rapport.reporting.freshness.ConsistencyGate;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.merges.Survivors;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.ListFields;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.query.ListParameters;
import io.rapport.reporting.search.query.Listing;
import io.rapport.reporting.search.query.Page;
import io.rapport.reporting.search.query.RecordLists;
import io.rapport.reporting.search.query.Selection;
import io.rapport.reporting.search.query.SortBy;
import io.rapport.reporting.search.segments.Selections;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.request.RequestContext;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers lists and facets of any kind of record: reads the parameters, waits for named writes, asks the index. */
@Component
public class ListAnswers {

    private final ListFields listFields;
    private final RecordLists lists;
    private final Selections selections;
    private final ConsistencyGate gate;
    private final RecordJson json;
    private final Survivors survivors;
    private final ValueLabels labels;

    ListAnswers(ListFields listFields, RecordLists lists, Selections selections, ConsistencyGate gate,
            RecordJson json, Survivors survivors, ValueLabels labels) {
        this.listFields = listFields;
        this.lists = lists;
        this.selections = selections;
        this.gate = gate;
        this.json = json;
        this.survivors = survivors;
        this.labels = labels;
    }

    /** One page of the list of this kind. */
    public ListAnswer list(RecordKind kind, Map<String, String[]> parameters, ConsistencyTokens tokens, Caller caller) {
        return list(kind, parameters, Restriction.NONE, tokens, caller);
    }

    /**
     * What a list is by itself, whatever its caller asks for.
     *
     * @param filter   null for everything
     * @param ordering where the caller asks for none; empty for that of every list
     */
    record Restriction(Filter filter, List<SortBy> ordering) {

        private static final Restriction NONE = new Restriction(null, List.of());

        private Filter and(Filter asked) {
            return filter == null ? asked : asked == null ? filter : new Filter.And(List.of(filter, asked));
        }

        private Page ordered(Page page) {
            return page.sort().isEmpty() ? new Page(ordering, page.size(), page.number(), page.cursor()) : page;
        }
    }

    ListAnswer list(RecordKind kind, Map<String, String[]> parameters, Restriction restriction,
            ConsistencyTokens tokens, Caller caller) {
        return list(listFields.of(kind, tokens.tokens(), caller), parameters, restriction, tokens, caller);
    }

    private <D extends RecordDocument> ListAnswer list(FieldCatalogue<D> catalogue, Map<String, String[]> parameters,
            Restriction restriction, ConsistencyTokens tokens, Caller caller) {
        ListParameters read = ListParameters.ofList(catalogue, parameters);
        Selection asked = selections.of(catalogue, read, caller);
        Selection selection = new Selection(asked.searched(), restriction.and(asked.filter()), asked.visibility());
        KindRights rights = asked.visibility().rights();
        Set<String> fields = json.fields(catalogue.kind(), read.fields(), rights);
        Page page = read.searched() == null ? restriction.ordered(read.page()) : read.page();
        gate.awaitSearch(catalogue.kind(), tokens.tokens());
        Listing<D> listing = lists.list(catalogue, selection, page);
        return new ListAnswer(
                survivors.shown(listing.records().stream().map(record -> json.shown(record, fields, rights)).toList()),
                listing.total(), listing.nextCursor());
    }

    FacetsAnswer facets(RecordKind kind, Map<String, String[]> parameters, ConsistencyTokens tokens,
            RequestContext context) {
        FieldCatalogue<?> catalogue = listFields.of(kind, tokens.tokens(), context.caller());
        ListParameters read = ListParameters.ofFacets(catalogue, parameters);
        Selection selection = selections.of(catalogue, read, context.caller());
        List<String> fields = read.facets();
        gate.awaitSearch(kind, tokens.tokens());
        String language = context.locale().toLanguageTag();
        Map<String, List<FacetsAnswer.Value>> facets = new LinkedHashMap<>();
        Map<String, Long> others = new LinkedHashMap<>();
        lists.facets(catalogue, selection, fields).forEach((field, counted) -> {
            facets.put(field, counted.values().stream().map(value -> new FacetsAnswer.Value(value.value(),
                    labels.of(catalogue, field, value.value(), language), value.count())).toList());
            if (counted.others() > 0) {
                others.put(field, counted.others());
            }
        });
        return new FacetsAnswer(facets, others);
    }
}
