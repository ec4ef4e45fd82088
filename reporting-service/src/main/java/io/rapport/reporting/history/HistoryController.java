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

    private final Histories histories;

    HistoryController(Histories histories) {
        this.histories = histories;
    }

    @GetMapping({"/api/customers/{id}/history", "/api/contacts/{id}/history", "/api/interactions/{id}/history",
            "/api/opportunities/{id}/history", "/api/orders/{id}/history", "/api/tasks/{id}/history"})
    HistoryAnswer history(RecordKind kind, @PathVariable String id, @RequestParam(required = false) String field,
            @RequestParam(defaultValue = "50") int size, @RequestParam(required = false) String cursor,
            ConsistencyTokens tokens, Caller caller) {
        return histories.answer(kind, id, new Asked(field, size, cursor), tokens, caller);
    }
}
