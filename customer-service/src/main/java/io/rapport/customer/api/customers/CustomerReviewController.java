package io.rapport.customer.api.customers;

import io.rapport.customer.domain.customers.CustomerCommand.Approve;
import io.rapport.customer.domain.customers.CustomerCommand.Confirm;
import io.rapport.customer.domain.customers.CustomerCommand.Resubmit;
import io.rapport.customer.domain.customers.CustomerCommand.SendBack;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.http.NotedAct;
import io.rapport.eventstore.http.Reason;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** Looking at customers with a second pair of eyes: the approval of new ones, the confirmation of those known. */
@RestController
@RequestMapping("/api/customers/{id}")
class CustomerReviewController {

    private static final String KIND = "customer";

    private final RecordWrites writes;
    private final Trail trail;
    private final Clock clock = Clock.systemUTC();

    CustomerReviewController(Commands commands, Trail trail) {
        this.writes = new RecordWrites(commands, KIND, "/api/customers");
        this.trail = trail;
    }

    /** @param nextReviewDue null: after the usual time */
    record Confirmation(LocalDate nextReviewDue) {
    }

    @PostMapping("/approve")
    ResponseEntity<Void> approve(@PathVariable String id, @RequestParam(required = false) String reason,
                                 @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                                 Optional<IdempotencyKey> key) {
        String why = Reason.of(reason, body);
        return noting(TrailAction.APPROVED, request, id).change(
                new Approve(id, expectedVersion(ifMatch), request.caller().name()), request, why, key);
    }

    @PostMapping("/send-back")
    ResponseEntity<Void> sendBack(@PathVariable String id, @RequestParam(required = false) String reason,
                                  @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                                  Optional<IdempotencyKey> key) {
        String why = Reason.of(reason, body);
        return noting(TrailAction.SENT_BACK, request, id).change(
                new SendBack(id, expectedVersion(ifMatch), why), request, why, key);
    }

    @PostMapping("/resubmit")
    ResponseEntity<Void> resubmit(@PathVariable String id, @RequestParam(required = false) String reason,
                                  @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                                  Optional<IdempotencyKey> key) {
        String why = Reason.of(reason, body);
        return writes.change(new Resubmit(id, expectedVersion(ifMatch), request.caller().name()), request, why, key);
    }

    @PostMapping("/confirm")
    ResponseEntity<Void> confirm(@PathVariable String id, @RequestBody(required = false) Confirmation body,
                                 @RequestParam(required = false) String reason, IfMatch ifMatch,
                                 RequestContext request, Optional<IdempotencyKey> key) {
        return writes.change(new Confirm(id, expectedVersion(ifMatch), body == null ? null : body.nextReviewDue(),
                LocalDate.now(clock)), request, reason, key);
    }

    private RecordWrites noting(TrailAction action, RequestContext request, String id) {
        return writes.witnessedBy(new NotedAct(trail, TrailEntry.of(action, request, KIND, List.of(id), Map.of())));
    }
}
