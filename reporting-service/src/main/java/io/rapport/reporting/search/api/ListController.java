package io.rapport.reporting.search.api;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.request.RequestContext;
import io.rapport.web.signin.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists of every kind of record, and how often values occur in them; all take the parameters of {@code ListParameters}. */
@RestController
class ListController {

    private final ListAnswers answers;

    ListController(ListAnswers answers) {
        this.answers = answers;
    }

    @GetMapping({"/api/customers", "/api/contacts", "/api/interactions", "/api/opportunities", "/api/orders",
            "/api/tasks"})
    ListAnswer list(RecordKind kind, HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.list(kind, request.getParameterMap(), tokens, caller);
    }

    @GetMapping({"/api/customers/facets", "/api/contacts/facets", "/api/interactions/facets",
            "/api/opportunities/facets", "/api/orders/facets", "/api/tasks/facets"})
    FacetsAnswer facets(RecordKind kind, HttpServletRequest request, ConsistencyTokens tokens, RequestContext context) {
        return answers.facets(kind, request.getParameterMap(), tokens, context);
    }
}
