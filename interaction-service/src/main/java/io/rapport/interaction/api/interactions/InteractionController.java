package io.rapport.interaction.api.interactions;

import io.rapport.eventstore.Commands;
import io.rapport.eventstore.RecordIds;
import io.rapport.eventstore.http.Reason;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.interaction.application.interactions.AdministeredOutcomes;
import io.rapport.interaction.domain.interactions.InteractionCommand;
import io.rapport.interaction.domain.interactions.InteractionCommand.Correct;
import io.rapport.interaction.domain.interactions.InteractionCommand.Delete;
import io.rapport.interaction.domain.interactions.InteractionCommand.Restore;
import io.rapport.interaction.domain.interactions.InteractionFacts;
import io.rapport.knowncustomers.KnownCustomers;
import io.rapport.rights.Rights;
import io.rapport.values.Patch;
import io.rapport.web.json.MergePatch;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
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

import java.util.Map;
import java.util.Optional;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** Writes interactions; they are read from the reporting service. */
@RestController
@RequestMapping("/api/interactions")
class InteractionController {

    private final RecordWrites writes;
    private final KnownCustomers customers;
    private final AdministeredOutcomes outcomes;

    InteractionController(Commands commands, KnownCustomers customers, AdministeredOutcomes outcomes) {
        this.customers = customers;
        this.outcomes = outcomes;
        this.writes = new RecordWrites(commands, "interaction", "/api/interactions");
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> record(@RequestBody InteractionRequest body, RequestContext request,
                                               Rights rights, Optional<IdempotencyKey> key) {
        lookUp(body.facts(), rights);
        return writes.create(new InteractionCommand.Record(RecordIds.next(), body.facts()), request, key);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> replace(@PathVariable String id, @RequestBody InteractionRequest body,
                                 @RequestParam(required = false) String reason, IfMatch ifMatch,
                                 RequestContext request, Rights rights) {
        lookUp(body.facts(), rights);
        Patch<InteractionFacts> patch = InteractionFacts.SHEET.replacement(body.facts(), body.replaced());
        return writes.change(new Correct(id, expectedVersion(ifMatch.required()), patch), request, reason);
    }

    @PatchMapping(path = "/{id}", consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<Void> correct(@PathVariable String id, @RequestBody MergePatch body,
                                 @RequestParam(required = false) String reason, IfMatch ifMatch,
                                 RequestContext request, Rights rights) {
        Patch<InteractionFacts> patch = new Patch<>(body.as(InteractionRequest.class).facts(), body.cleared());
        lookUp(patch.changed(), rights);
        return writes.change(new Correct(id, expectedVersion(ifMatch), patch), request, reason);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id, @RequestParam(required = false) String reason,
                                @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request) {
        String why = Reason.of(reason, body);
        return writes.change(new Delete(id, expectedVersion(ifMatch), why), request, why);
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<Void> restore(@PathVariable String id, @RequestParam(required = false) String reason,
                                 @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                                 Optional<IdempotencyKey> key) {
        String why = Reason.of(reason, body);
        return writes.change(new Restore(id, expectedVersion(ifMatch)), request, why, key);
    }

    private void lookUp(InteractionFacts facts, Rights rights) {
        InteractionFacts asked = InteractionFacts.SHEET.tidied(facts);
        customers.lookUp(asked.customerId(), rights);
        outcomes.lookUp(asked.outcome());
    }
}
