package io.rapport.reporting.search.api;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What belongs to one customer, and to those that were merged into it, as lists that take the parameters of every list;
 * its interactions as a timeline, see {@link Timeline}.
 */
@RestController
class CustomerListController {

    private final CustomerLists lists;

    CustomerListController(CustomerLists lists) {
        this.lists = lists;
    }

    @GetMapping("/api/customers/{id}/contacts")
    ListAnswer contacts(@PathVariable String id, HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return lists.of(id, tokens, caller).list(RecordKind.CONTACT, request.getParameterMap());
    }

    @GetMapping("/api/customers/{id}/opportunities")
    ListAnswer opportunities(@PathVariable String id, HttpServletRequest request, ConsistencyTokens tokens,
            Caller caller) {
        return lists.of(id, tokens, caller).list(RecordKind.OPPORTUNITY, request.getParameterMap());
    }

    @GetMapping("/api/customers/{id}/orders")
    ListAnswer orders(@PathVariable String id, HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return lists.of(id, tokens, caller).list(RecordKind.ORDER, request.getParameterMap());
    }

    @GetMapping("/api/customers/{id}/tasks")
    ListAnswer tasks(@PathVariable String id, HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return lists.of(id, tokens, caller).list(RecordKind.TASK, request.getParameterMap());
    }

    @GetMapping("/api/customers/{id}/timeline")
    ListAnswer timeline(@PathVariable String id, HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        return lists.of(id, tokens, caller).timeline(request.getParameterMap());
    }
}
