package io.rapport.customer.api.opportunities;

import io.rapport.customer.application.opportunities.imports.OpportunityImporter;
import io.rapport.jobs.ImportPreview;
import io.rapport.jobs.api.BatchEndpoint;
import io.rapport.jobs.api.BatchRequest;
import io.rapport.jobs.api.ImportEndpoint;
import io.rapport.jobs.api.QueuedJob;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.util.Optional;

/** Opportunities from files, and many of them changed in the same way. */
@RestController
@RequestMapping("/api/opportunities")
class OpportunityJobController {

    private final ImportEndpoint imports;
    private final BatchEndpoint batches;
    private final OpportunityImporter importer;
    private final OpportunityBatchEditor editor;

    OpportunityJobController(ImportEndpoint imports, BatchEndpoint batches, OpportunityImporter importer, OpportunityBatchEditor editor) {
        this.imports = imports;
        this.batches = batches;
        this.importer = importer;
        this.editor = editor;
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<QueuedJob> submit(@RequestParam MultipartFile file, @RequestPart(required = false) byte[] mapping,
                                     @RequestParam(name = "key", required = false) String recognisedBy,
                                     @RequestParam(defaultValue = "false") boolean dryRun, RequestContext request,
                                     Optional<IdempotencyKey> key) throws IOException {
        return imports.submit(importer, file, mapping, recognisedBy, dryRun, request, key);
    }

    @PostMapping(path = "/import/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportPreview preview(@RequestParam MultipartFile file, @RequestPart(required = false) byte[] mapping,
                          RequestContext request) throws IOException {
        return imports.preview(importer, file, mapping, request);
    }

    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<QueuedJob> batch(@RequestBody BatchRequest body,
                                    @RequestHeader(name = "Consistency-Token", required = false) String tokens,
                                    RequestContext request, Optional<IdempotencyKey> key) throws IOException {
        return batches.submit(editor, body, tokens, request, key);
    }
}
