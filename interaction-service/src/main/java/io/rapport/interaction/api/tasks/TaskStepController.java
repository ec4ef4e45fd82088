package io.rapport.interaction.api.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.ConsistencyToken;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.RecordIds;
import io.rapport.eventstore.Recorded;
import io.rapport.eventstore.http.Reason;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.interaction.domain.tasks.TaskCommand;
import io.rapport.interaction.domain.tasks.TaskFacts;
import io.rapport.values.Patch;
import io.rapport.web.json.MergePatch;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** What happens to tasks: done, postponed, given to somebody else, cancelled, opened again. */
@RestController
@RequestMapping("/api/tasks/{id}")
class TaskStepController {

    private final RecordWrites writes;
    private final Clock clock = Clock.systemUTC();

    TaskStepController(Commands commands) {
        this.writes = new RecordWrites(commands, "task", "/api/tasks");
    }

    /** @param next id of the task of the series that opened with it; left out where none did */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(String next) {
    }

    /** When a task is due now, see {@link TaskRequest}. */
    record Moment(LocalDate due, String dueTime, Instant dueAt, String timeZone, String reason) {

        TaskFacts facts() {
            return new TaskRequest(null, null, null, due, dueTime, dueAt, timeZone, null, null, null, null, null, null)
                    .facts();
        }
    }

    record Assignee(String assignee, String reason) {
    }

    /** 200, also where it was done already; with the next task of its series. */
    @PostMapping("/complete")
    ResponseEntity<Done> complete(@PathVariable String id, @RequestParam(required = false) String reason,
                                  @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                                  Optional<IdempotencyKey> key) {
        var command = new TaskCommand.Complete(id, expectedVersion(ifMatch), clock.instant(), RecordIds.next());
        return writes.change(command, request, Reason.of(reason, body), key, TaskStepController::done);
    }

    @PostMapping("/postpone")
    ResponseEntity<Void> postpone(@PathVariable String id, @RequestParam(required = false) String reason,
                                  @RequestBody(required = false) MergePatch body, IfMatch ifMatch,
                                  RequestContext request, Optional<IdempotencyKey> key) {
        Moment moment = body == null ? new Moment(null, null, null, null, null) : body.as(Moment.class);
        Set<String> wholeDay = body != null && body.cleared().contains("dueTime") ? Set.of("dueTime") : Set.of();
        var command = new TaskCommand.Postpone(id, expectedVersion(ifMatch), new Patch<>(moment.facts(), wholeDay));
        return writes.change(command, request, Reason.either(reason, moment.reason()), key);
    }

    @PostMapping("/reassign")
    ResponseEntity<Void> reassign(@PathVariable String id, @RequestParam(required = false) String reason,
                                  @RequestBody(required = false) Assignee body, IfMatch ifMatch,
                                  RequestContext request, Optional<IdempotencyKey> key) {
        Assignee to = body == null ? new Assignee(null, null) : body;
        var command = new TaskCommand.Reassign(id, expectedVersion(ifMatch), to.assignee());
        return writes.change(command, request, Reason.either(reason, to.reason()), key);
    }

    @PostMapping("/reopen")
    ResponseEntity<Void> reopen(@PathVariable String id, @RequestParam(required = false) String reason,
                                @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                                Optional<IdempotencyKey> key) {
        var command = new TaskCommand.Reopen(id, expectedVersion(ifMatch));
        return writes.change(command, request, Reason.of(reason, body), key);
    }

    @PostMapping("/cancel")
    ResponseEntity<Void> cancel(@PathVariable String id, @RequestParam(required = false) String reason,
                                @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                                Optional<IdempotencyKey> key) {
        var command = new TaskCommand.Cancel(id, expectedVersion(ifMatch));
        return writes.change(command, request, Reason.of(reason, body), key);
    }

    private static Done done(Recorded recorded) {
        return new Done(recorded.others().stream().map(ConsistencyToken::recordId).findFirst().orElse(null));
    }
}
