package io.rapport.contact.api;

import io.rapport.contact.domain.ContactCommand.Archive;
import io.rapport.contact.domain.ContactCommand.Change;
import io.rapport.contact.domain.ContactCommand.Restore;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.RecordIds;
import io.rapport.eventstore.http.Reason;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.rights.Rights;
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

/** Writes contacts; they are read from the reporting service. */
@RestController
@RequestMapping("/api/contacts")
class ContactController {

    private final RecordWrites writes;
    private final References references;

    ContactController(Commands commands, References references) {
        this.references = references;
        this.writes = new RecordWrites(commands, "contact", "/api/contacts");
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> register(@RequestBody ContactRequest body, RequestContext request,
                                                 Rights rights, Optional<IdempotencyKey> key) {
        references.lookUp(body.facts(), rights);
        return writes.create(ContactCommands.register(RecordIds.next(), body), request, key);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> replace(@PathVariable String id, @RequestBody ContactRequest body,
                                 @RequestParam(required = false) String reason, IfMatch ifMatch,
                                 RequestContext request, Rights rights) {
        Long expected = expectedVersion(ifMatch.required());
        references.lookUp(body.facts(), rights);
        return writes.change(ContactCommands.replace(id, expected, body), request, reason);
    }

    @PatchMapping(path = "/{id}", consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<Void> change(@PathVariable String id, @RequestBody MergePatch patch,
                                @RequestParam(required = false) String reason, IfMatch ifMatch,
                                RequestContext request, Rights rights) {
        Change change = ContactCommands.change(id, expectedVersion(ifMatch), patch);
        references.lookUp(patch.as(ContactRequest.class).facts(), rights);
        return writes.change(change, request, reason);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> archive(@PathVariable String id, @RequestParam(required = false) String reason,
                                 @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request) {
        String why = Reason.of(reason, body);
        return writes.change(new Archive(id, expectedVersion(ifMatch), why), request, why);
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<Void> restore(@PathVariable String id, @RequestParam(required = false) String reason,
                                 @RequestBody(required = false) Reason body, IfMatch ifMatch, RequestContext request,
                                 Optional<IdempotencyKey> key) {
        String why = Reason.of(reason, body);
        return writes.change(new Restore(id, expectedVersion(ifMatch)), request, why, key);
    }
}
