package io.rapport.interaction.api.tasks;

import io.rapport.eventstore.Commands;
import io.rapport.eventstore.RecordIds;
import io.rapport.eventstore.http.Reason;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.interaction.domain.tasks.TaskCommand;
import io.rapport.interaction.domain.tasks.TaskFacts;
import io.rapport.knowncustomers.KnownCustomers;
import io.rapport.rights.Rights;
import io.rapport.values.Patch;
import io.rapport.web.json.MergePatch;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** Writes what tasks say; they are read from the reporting service. */
@RestController
@RequestMapping("/api/tasks")
@EnableConfigurationProperties(TaskProperties.class)
class TaskController {

    private final RecordWrites writes;
    private final KnownCustomers customers;
    private final TaskProperties properties;

    TaskController(Commands commands, KnownCustomers customers, TaskProperties properties) {
        this.writes = new RecordWrites(commands, "task", "/api/tasks");
        this.customers = customers;
        this.properties = properties;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> open(@RequestBody TaskRequest body, RequestContext request, Rights rights,
                                             Optional<IdempotencyKey> key) {
        TaskFacts facts = TaskFacts.SHEET.tidied(body.facts())
                .orElse(rights.user(), properties.timeZone().getId());
        customers.lookUp(facts.customerId(), rights);
        return writes.create(new TaskCommand.Open(RecordIds.next(), facts), request, key);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> replace(@PathVariable String id, @RequestBody TaskRequest body,
                                 @RequestParam(required = false) String reason, IfMatch ifMatch,
                                 RequestContext request, Rights rights) {
        TaskFacts facts = TaskFacts.SHEET.tidied(body.facts());
        customers.lookUp(facts.customerId(), rights);
        return writes.change(new TaskCommand.Change(id, expectedVersion(ifMatch.required()),
                TaskFacts.SHEET.replacement(facts)), request, reason);
    }

    @PatchMapping(path = "/{id}", consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<Void> change(@PathVariable String id, @RequestBody MergePatch body,
                                @RequestParam(required = false) String reason, IfMatch ifMatch,
                                RequestContext request, Rights rights) {
        Patch<TaskFacts> patch = new Patch<>(body.as(TaskRequest.class).facts(), cleared(body));
        customers.lookUp(TaskFacts.SHEET.tidied(patch.changed()).customerId(), rights);
        return writes.change(new TaskCommand.Change(id, expectedVersion(ifMatch), patch), request, reason);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> archive(@PathVariable String id, @RequestParam(required = false) String reason,
                                 @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request) {
        String why = Reason.of(reason, body);
        return writes.change(new TaskCommand.Archive(id, expectedVersion(ifMatch), why), request, why);
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<Void> restore(@PathVariable String id, @RequestParam(required = false) String reason,
                                 @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                                 Optional<IdempotencyKey> key) {
        String why = Reason.of(reason, body);
        return writes.change(new TaskCommand.Restore(id, expectedVersion(ifMatch)), request, why, key);
    }

    /** Without an instant there is neither day nor time. */
    private static Set<String> cleared(MergePatch body) {
        Set<String> cleared = new HashSet<>(body.cleared());
        if (cleared.remove("dueAt")) {
            cleared.addAll(Set.of("due", "dueTime"));
        }
        return cleared;
    }
}
