package io.rapport.reporting.opportunities;

import io.rapport.reporting.answers.SingleRecords;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.request.RequestContext;
import io.rapport.web.signin.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** One opportunity by its id. */
@RestController
class OpportunityController {

    private final SingleRecords records;
    private final OpportunityReadModel model;
    private final NextActionTexts texts;

    OpportunityController(SingleRecords records, OpportunityReadModel model, NextActionTexts texts) {
        this.records = records;
        this.model = model;
        this.texts = texts;
    }

    @GetMapping("/api/opportunities/{id}")
    ResponseEntity<ObjectNode> get(@PathVariable String id, @RequestParam Map<String, String> parameters,
            ConsistencyTokens tokens, Caller caller, RequestContext request) {
        ResponseEntity<ObjectNode> answer = records.answer(model, id, parameters, tokens, caller);
        texts.say(answer.getBody(), request.locale());
        return answer;
    }
}
