package io.rapport.customer.api.opportunities;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Change;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Lose;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Part;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Reopen;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Win;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.http.Reason;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Optional;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** The steps of a sale: to another stage, won, lost, open again. */
@RestController
@RequestMapping("/api/opportunities/{id}")
class OpportunityStepController {

    private final RecordWrites writes;

    OpportunityStepController(Commands commands) {
        this.writes = new RecordWrites(commands, "opportunity", "/api/opportunities");
    }

    /**
     * @param pipeline null: the one it is in
     * @param stage    null only together with another pipeline: its first
     */
    record Move(String pipeline, String stage, String reason) {
    }

    /**
     * @param pipeline null: the one it was in
     * @param stage    null: the one it was in
     */
    record Reopening(String pipeline, String stage, String reason) {
    }

    @PostMapping(path = "/stage", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> move(@PathVariable String id, @RequestParam(required = false) String reason,
                              @RequestBody Move body, IfMatch ifMatch, RequestContext request,
                              Optional<IdempotencyKey> key) {
        if (body.pipeline() == null && body.stage() == null) {
            throw Refusal.of(Refusal.Kind.INVALID, "stage", "required");
        }
        Change move = new Change(id, expectedVersion(ifMatch), List.of(new Part.MoveTo(body.pipeline(), body.stage())));
        return writes.change(move, request, Reason.either(reason, body.reason()), key);
    }

    @PostMapping("/win")
    ResponseEntity<Void> win(@PathVariable String id, @RequestParam(required = false) String reason,
                             @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                             Optional<IdempotencyKey> key) {
        return writes.change(new Win(id, expectedVersion(ifMatch)), request, Reason.of(reason, body), key);
    }

    @PostMapping("/lose")
    ResponseEntity<Void> lose(@PathVariable String id, @RequestParam(required = false) String reason,
                              @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                              Optional<IdempotencyKey> key) {
        String why = Reason.of(reason, body);
        return writes.change(new Lose(id, expectedVersion(ifMatch), why), request, why, key);
    }

    @PostMapping("/reopen")
    ResponseEntity<Void> reopen(@PathVariable String id, @RequestParam(required = false) String reason,
                                @RequestBody(required = false) Reopening given, IfMatch ifMatch,
                                RequestContext request, Optional<IdempotencyKey> key) {
        Reopening body = given == null ? new Reopening(null, null, null) : given;
        return writes.change(new Reopen(id, expectedVersion(ifMatch), body.pipeline(), body.stage()), request,
                Reason.either(reason, body.reason()), key);
    }
}
