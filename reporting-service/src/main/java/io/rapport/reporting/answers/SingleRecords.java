package io.rapport.reporting.answers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.freshness.ConsistencyGate;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordStore;
import io.rapport.reporting.rights.ArchivedFilter;
import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.web.request.Answers;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Set;

/** Answers one record by its id. */
@Component
public class SingleRecords {

    private static final String FIELDS = "fields";

    private final RecordStore store;
    private final ConsistencyGate gate;
    private final VisibilityRules rules;
    private final RecordJson json;

    SingleRecords(RecordStore store, ConsistencyGate gate, VisibilityRules rules, RecordJson json) {
        this.store = store;
        this.gate = gate;
        this.rules = rules;
        this.json = json;
    }

    /**
     * The record with its {@code ETag}; an archived one too, which says so.
     *
     * @param parameters of the query: {@code fields}, absent for all, and no other
     * @throws Refusal                                 UNKNOWN when there is none that the caller may see; UNREADABLE
     *                                                 for a parameter that would have no effect
     * @throws io.rapport.web.problem.ProblemException 503 when writes named by {@code tokens} are not seen in time
     */
    public ResponseEntity<ObjectNode> answer(ReadModel<?> model, String id, Map<String, String> parameters,
            ConsistencyTokens tokens, Caller caller) {
        refuseWithoutEffect(parameters.keySet());
        Set<String> wanted = json.fields(model.kind(), parameters.get(FIELDS));
        RecordDocument document = find(model, id, tokens, caller);
        return ResponseEntity.ok().eTag(Answers.etag(document.version())).body(json.of(document, wanted));
    }

    /**
     * The record, also an archived one, as whatever belongs to it is shown to whoever may see it.
     *
     * @throws Refusal                                 UNKNOWN when there is none that the caller may see
     * @throws io.rapport.web.problem.ProblemException 503 when writes named by {@code tokens} are not seen in time
     */
    public <D extends RecordDocument> D find(ReadModel<D> model, String id, ConsistencyTokens tokens, Caller caller) {
        Visibility visibility = rules.visibility(caller, model.kind(), ArchivedFilter.INCLUDE);
        gate.awaitDocuments(tokens.tokens());
        return store.find(model, id)
                .filter(found -> visibility.allows(found.archived()))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "id", "unknown"));
    }

    /** Whoever asks for more than the present state must not take the present state for the answer. */
    private static void refuseWithoutEffect(Set<String> parameters) {
        parameters.stream().filter(name -> !name.equals(FIELDS)).findFirst().ifPresent(name -> {
            throw Refusal.of(Refusal.Kind.UNREADABLE, name, "parameter-unknown", name);
        });
    }
}
