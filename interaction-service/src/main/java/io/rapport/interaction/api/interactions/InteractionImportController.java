package io.rapport.interaction.api.interactions;

import io.rapport.interaction.application.interactions.imports.InteractionImporter;
import io.rapport.jobs.ImportPreview;
import io.rapport.jobs.api.ImportEndpoint;
import io.rapport.jobs.api.QueuedJob;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.util.Optional;

/** Brings in mails ({@code .eml}), mailboxes ({@code .mbox}) and calendars ({@code .ics}). */
@RestController
@RequestMapping("/api/interactions/import")
class InteractionImportController {

    private final ImportEndpoint imports;
    private final InteractionImporter importer;

    InteractionImportController(ImportEndpoint imports, InteractionImporter importer) {
        this.imports = imports;
        this.importer = importer;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<QueuedJob> submit(@RequestParam MultipartFile file, @RequestPart(required = false) byte[] mapping,
                                     @RequestParam(name = "key", required = false) String recognisedBy,
                                     @RequestParam(defaultValue = "false") boolean dryRun, RequestContext request,
                                     Optional<IdempotencyKey> key) throws IOException {
        return imports.submit(importer, file, mapping, recognisedBy, dryRun, request, key);
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportPreview preview(@RequestParam MultipartFile file, @RequestPart(required = false) byte[] mapping,
                          RequestContext request) throws IOException {
        return imports.preview(importer, file, mapping, request);
    }
}
