package io.rapport.reporting.tasks;

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

/** One task by its id. */
@RestController
class TaskController {

    private final SingleRecords records;
    private final TaskReadModel model;

    TaskController(SingleRecords records, TaskReadModel model) {
        this.records = records;
        this.model = model;
    }

    @GetMapping("/api/tasks/{id}")
    ResponseEntity<ObjectNode> get(@PathVariable String id, @RequestParam Map<String, String> parameters,
            ConsistencyTokens tokens, Caller caller) {
        return records.answer(model, id, parameters, tokens, caller);
    }
}
