package io.rapport.reporting.search.api;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.answers.RecordJson;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.ListFields;
import io.rapport.reporting.search.query.ListParameters;
import io.rapport.reporting.search.query.RecordLists;
import io.rapport.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a list can be had with these {@code q}, {@code filter}, {@code sort} and {@code fields}: for whoever saves
 * them, and for a page while a filter is typed. Nothing is searched.
 */
@RestController
class ListCheckController {

    private final ListFields listFields;
    private final RecordLists lists;
    private final RecordJson json;
    private final VisibilityRules rules;

    ListCheckController(ListFields listFields, RecordLists lists, RecordJson json, VisibilityRules rules) {
        this.listFields = listFields;
        this.lists = lists;
        this.json = json;
        this.rules = rules;
    }

    /** 204, or 400 naming every parameter that does not fit. */
    @GetMapping({"/api/customers/check", "/api/contacts/check", "/api/interactions/check", "/api/opportunities/check",
            "/api/orders/check", "/api/tasks/check"})
    ResponseEntity<Void> check(RecordKind kind, HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        FieldCatalogue<?> catalogue = listFields.of(kind, tokens.tokens(), caller);
        KindRights rights = rules.of(caller, catalogue.kind());
        ListParameters read = ListParameters.ofCheck(catalogue, request.getParameterMap());
        List<FieldError> errors = new ArrayList<>();
        note(read::searched, errors);
        note(() -> lists.check(catalogue, read.filter(), rights), errors);
        note(read::sort, errors);
        note(() -> fields(catalogue.kind(), read.fields(), rights), errors);
        if (!errors.isEmpty()) {
            throw Refusal.unreadable(errors);
        }
        return ResponseEntity.noContent().build();
    }

    private void fields(RecordKind kind, String fields, KindRights rights) {
        try {
            json.fields(kind, fields, rights);
        } catch (ProblemException unknown) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "fields", unknown.code());
        }
    }

    private static void note(Runnable part, List<FieldError> errors) {
        try {
            part.run();
        } catch (Refusal refusal) {
            errors.addAll(refusal.errors());
        }
    }
}
