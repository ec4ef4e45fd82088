package io.rapport.reporting.history;

import io.rapport.reporting.history.Histories.Asked;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every change of every field of one record, newest first. */
@RestController
class HistoryController {

    private static final String SIZE = "50";

    private final Histories histories;

    HistoryController(Histories histories) {
        this.histories = histories;
    }

    @GetMapping("/api/customers/{id}/history")
    HistoryAnswer ofCustomer(@PathVariable String id, @RequestParam(required = false) String field,
            @RequestParam(defaultValue = SIZE) int size, @RequestParam(required = false) String cursor,
            ConsistencyTokens tokens, Caller caller) {
        return histories.answer(RecordKind.CUSTOMER, id, new Asked(field, size, cursor), tokens, caller);
    }

    @GetMapping("/api/contacts/{id}/history")
    HistoryAnswer ofContact(@PathVariable String id, @RequestParam(required = false) String field,
            @RequestParam(defaultValue = SIZE) int size, @RequestParam(required = false) String cursor,
            ConsistencyTokens tokens, Caller caller) {
        return histories.answer(RecordKind.CONTACT, id, new Asked(field, size, cursor), tokens, caller);
    }

    @GetMapping("/api/interactions/{id}/history")
    HistoryAnswer ofInteraction(@PathVariable String id, @RequestParam(required = false) String field,
            @RequestParam(defaultValue = SIZE) int size, @RequestParam(required = false) String cursor,
            ConsistencyTokens tokens, Caller caller) {
        return histories.answer(RecordKind.INTERACTION, id, new Asked(field, size, cursor), tokens, caller);
    }

    @GetMapping("/api/opportunities/{id}/history")
    HistoryAnswer ofOpportunity(@PathVariable String id, @RequestParam(required = false) String field,
            @RequestParam(defaultValue = SIZE) int size, @RequestParam(required = false) String cursor,
            ConsistencyTokens tokens, Caller caller) {
        return histories.answer(RecordKind.OPPORTUNITY, id, new Asked(field, size, cursor), tokens, caller);
    }

    @GetMapping("/api/orders/{id}/history")
    HistoryAnswer ofOrder(@PathVariable String id, @RequestParam(required = false) String field,
            @RequestParam(defaultValue = SIZE) int size, @RequestParam(required = false) String cursor,
            ConsistencyTokens tokens, Caller caller) {
        return histories.answer(RecordKind.ORDER, id, new Asked(field, size, cursor), tokens, caller);
    }
}
