package io.rapport.reporting.search.api;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.web.request.ConsistencyTokens;
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

    @GetMapping("/api/customers")
    ListAnswer customers(HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.list(RecordKind.CUSTOMER, request.getParameterMap(), tokens, caller);
    }

    @GetMapping("/api/customers/facets")
    FacetsAnswer customerFacets(HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.facets(RecordKind.CUSTOMER, request.getParameterMap(), tokens, caller);
    }

    @GetMapping("/api/contacts")
    ListAnswer contacts(HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.list(RecordKind.CONTACT, request.getParameterMap(), tokens, caller);
    }

    @GetMapping("/api/contacts/facets")
    FacetsAnswer contactFacets(HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.facets(RecordKind.CONTACT, request.getParameterMap(), tokens, caller);
    }

    @GetMapping("/api/interactions")
    ListAnswer interactions(HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.list(RecordKind.INTERACTION, request.getParameterMap(), tokens, caller);
    }

    @GetMapping("/api/interactions/facets")
    FacetsAnswer interactionFacets(HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.facets(RecordKind.INTERACTION, request.getParameterMap(), tokens, caller);
    }

    @GetMapping("/api/opportunities")
    ListAnswer opportunities(HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.list(RecordKind.OPPORTUNITY, request.getParameterMap(), tokens, caller);
    }

    @GetMapping("/api/opportunities/facets")
    FacetsAnswer opportunityFacets(HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.facets(RecordKind.OPPORTUNITY, request.getParameterMap(), tokens, caller);
    }

    @GetMapping("/api/orders")
    ListAnswer orders(HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.list(RecordKind.ORDER, request.getParameterMap(), tokens, caller);
    }

    @GetMapping("/api/orders/facets")
    FacetsAnswer orderFacets(HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return answers.facets(RecordKind.ORDER, request.getParameterMap(), tokens, caller);
    }
}
