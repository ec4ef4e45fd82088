package io.rapport.reporting.answers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.freshness.ConsistencyGate;
import io.rapport.reporting.intake.Derivations;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordStore;
import io.rapport.reporting.merges.Survivors;
import io.rapport.reporting.past.AsOf;
import io.rapport.reporting.past.PastDerivations;
import io.rapport.reporting.past.PastRecords;
import io.rapport.reporting.rights.ArchivedFilter;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.web.request.Answers;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers one record by its id. */
@Component
public class SingleRecords {

    private static final String FIELDS = "fields";
    private static final Set<String> PARAMETERS = Set.of(FIELDS, AsOf.PARAMETER);

    private final RecordStore store;
    private final ConsistencyGate gate;
    private final VisibilityRules rules;
    private final RecordJson json;
    private final PastRecords past;
    private final PastDerivations pastDerivations;
    private final Survivors survivors;
    private final Derivations derivations;
    private final Clock clock = Clock.systemUTC();

    SingleRecords(RecordStore store, ConsistencyGate gate, VisibilityRules rules, RecordJson json, PastRecords past,
            PastDerivations pastDerivations, Survivors survivors, Derivations derivations) {
        this.store = store;
        this.gate = gate;
        this.rules = rules;
        this.json = json;
        this.past = past;
        this.pastDerivations = pastDerivations;
        this.survivors = survivors;
        this.derivations = derivations;
    }

    /**
     * The record with its {@code ETag}; an archived one too, which says so.
     *
     * @param parameters of the query: {@code fields}, absent for all; {@code asOf}, absent for now; and no other
     * @throws Refusal                                 UNKNOWN when there is none that the caller may see, or was none
     *                                                 by then; GONE when another answers for it, naming that one;
     *                                                 UNREADABLE for a parameter that makes no sense or would
     *                                                 have no effect
     * @throws io.rapport.web.problem.ProblemException 503 when writes named by {@code tokens} are not seen in time
     */
    public ResponseEntity<ObjectNode> answer(ReadModel<?> model, String id, Map<String, String> parameters,
            ConsistencyTokens tokens, Caller caller) {
        refuseWithoutEffect(parameters.keySet());
        KindRights rights = rules.of(caller, model.kind());
        Set<String> wanted = json.fields(model.kind(), parameters.get(FIELDS), rights);
        AsOf asOf = AsOf.read(parameters.get(AsOf.PARAMETER), clock.instant());
        // Who may not see the record now does not see what it was either.
        RecordDocument present = find(model, id, tokens, caller);
        if (asOf == null && present.mergedInto() != null) {
            throw Refusal.gone("record-merged", "mergedInto", survivors.of(model.kind(), id));
        }
        return asOf == null ? answer(survivors.shown(json.shown(present, wanted, rights)), present)
                : past.find(model, id, asOf).map(then -> pastDerivations.complete(then, asOf))
                        .map(then -> answer(json.shown(then, wanted, asOf.instant(), rights, present.holders()), then))
                        .orElseThrow(SingleRecords::unknown);
    }

    private static ResponseEntity<ObjectNode> answer(ObjectNode body, RecordDocument document) {
        return ResponseEntity.ok().eTag(Answers.etag(document.version())).body(body);
    }

    /**
     * The record, also an archived one, as whatever belongs to it is shown to whoever may see it.
     *
     * @throws Refusal                                 UNKNOWN when there is none that the caller may see; GONE when
     *                                                 another answers for it and the caller sees only that one
     * @throws io.rapport.web.problem.ProblemException 503 when writes named by {@code tokens} are not seen in time
     */
    public <D extends RecordDocument> D find(ReadModel<D> model, String id, ConsistencyTokens tokens, Caller caller) {
        Visibility visibility = rules.visibility(caller, model.kind(), ArchivedFilter.INCLUDE);
        gate.awaitDocuments(model.kind(), tokens.tokens());
        D found = present(model, id).orElseThrow(SingleRecords::unknown);
        if (visibility.allows(found)) {
            return found;
        }
        if (found.mergedInto() != null) {
            String answering = survivors.of(model.kind(), id);
            if (present(model, answering).filter(visibility::allows).isPresent()) {
                throw Refusal.gone("record-merged", "mergedInto", answering);
            }
        }
        throw unknown();
    }

    private <D extends RecordDocument> Optional<D> present(ReadModel<D> model, String id) {
        return store.find(model, id).filter(found -> !found.withdrawn()).map(derivations::complete);
    }

    private static Refusal unknown() {
        return Refusal.of(Refusal.Kind.UNKNOWN, "id", "unknown");
    }

    /** Whoever asks for more than this can tell must not take the answer for it. */
    private static void refuseWithoutEffect(Set<String> parameters) {
        parameters.stream().filter(name -> !PARAMETERS.contains(name)).findFirst().ifPresent(name -> {
            throw Refusal.of(Refusal.Kind.UNREADABLE, name, "parameter-unknown", name);
        });
    }
}
