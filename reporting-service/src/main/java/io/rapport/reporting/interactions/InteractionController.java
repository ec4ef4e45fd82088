package io.rapport.reporting.interactions;

import io.rapport.reporting.answers.SingleRecords;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** One interaction by its id. */
@RestController
class InteractionController {

    private final SingleRecords records;
    private final InteractionReadModel model;

    InteractionController(SingleRecords records, InteractionReadModel model) {
        this.records = records;
        this.model = model;
    }

    @GetMapping("/api/interactions/{id}")
    ResponseEntity<ObjectNode> get(@PathVariable String id, @RequestParam Map<String, String> parameters,
            ConsistencyTokens tokens, Caller caller) {
        return records.answer(model, id, parameters, tokens, caller);
    }
}
