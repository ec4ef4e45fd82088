package io.rapport.reporting.orders;

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

/** One order by its id. */
@RestController
class OrderController {

    private final SingleRecords records;
    private final OrderReadModel model;

    OrderController(SingleRecords records, OrderReadModel model) {
        this.records = records;
        this.model = model;
    }

    @GetMapping("/api/orders/{id}")
    ResponseEntity<ObjectNode> get(@PathVariable String id, @RequestParam Map<String, String> parameters,
            ConsistencyTokens tokens, Caller caller) {
        return records.answer(model, id, parameters, tokens, caller);
    }
}
