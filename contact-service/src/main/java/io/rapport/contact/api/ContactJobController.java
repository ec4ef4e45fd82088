package io.rapport.contact.api;

import io.rapport.jobs.api.BatchEndpoint;
import io.rapport.jobs.api.BatchRequest;
import io.rapport.jobs.api.QueuedJob;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Optional;

/** Many contacts changed in the same way. */
@RestController
@RequestMapping("/api/contacts")
class ContactJobController {

    private final BatchEndpoint batches;
    private final ContactBatchEditor editor;

    ContactJobController(BatchEndpoint batches, ContactBatchEditor editor) {
        this.batches = batches;
        this.editor = editor;
    }

    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<QueuedJob> batch(@RequestBody BatchRequest body,
                                    @RequestHeader(name = "Consistency-Token", required = false) String tokens,
                                    RequestContext request, Optional<IdempotencyKey> key) throws IOException {
        return batches.submit(editor, body, tokens, request, key);
    }
}
