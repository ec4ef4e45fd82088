package io.rapport.customer.api.customers;

import io.rapport.customer.domain.customers.CustomerCommand.Archive;
import io.rapport.customer.domain.customers.CustomerCommand.Restore;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.RecordIds;
import io.rapport.eventstore.http.Reason;
import io.rapport.eventstore.http.RecordWrites;
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

/** Writes customers; they are read from the reporting service. */
@RestController
@RequestMapping("/api/customers")
class CustomerController {

    private final RecordWrites writes;

    CustomerController(Commands commands) {
        this.writes = new RecordWrites(commands, "customer", "/api/customers");
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> register(@RequestBody CustomerRequest body, RequestContext request,
                                                 Optional<IdempotencyKey> key) {
        return writes.create(CustomerCommands.register(RecordIds.next(), body), request, key);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> replace(@PathVariable String id, @RequestBody CustomerRequest body,
                                 @RequestParam(required = false) String reason, IfMatch ifMatch,
                                 RequestContext request) {
        Long expected = expectedVersion(ifMatch.required());
        return writes.change(CustomerCommands.replace(id, expected, body, reason), request, reason);
    }

    @PatchMapping(path = "/{id}", consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<Void> change(@PathVariable String id, @RequestBody MergePatch patch,
                                @RequestParam(required = false) String reason, IfMatch ifMatch,
                                RequestContext request) {
        return writes.change(CustomerCommands.change(id, expectedVersion(ifMatch), patch, reason), request, reason);
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
