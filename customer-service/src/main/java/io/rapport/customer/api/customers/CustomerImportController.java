package io.rapport.customer.api.customers;

import io.rapport.customer.application.customers.imports.CustomerImporter;
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

/** Customers from files. */
@RestController
@RequestMapping(path = "/api/customers/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
class CustomerImportController {

    private final ImportEndpoint imports;
    private final CustomerImporter customers;

    CustomerImportController(ImportEndpoint imports, CustomerImporter customers) {
        this.imports = imports;
        this.customers = customers;
    }

    @PostMapping
    ResponseEntity<QueuedJob> submit(@RequestParam MultipartFile file,
                                     @RequestPart(required = false) byte[] mapping,
                                     @RequestParam(name = "key", required = false) String recognisedBy,
                                     @RequestParam(defaultValue = "false") boolean dryRun,
                                     RequestContext request, Optional<IdempotencyKey> key)
            throws IOException {
        return imports.submit(customers, file, mapping, recognisedBy, dryRun, request, key);
    }

    @PostMapping("/preview")
    ImportPreview preview(@RequestParam MultipartFile file, @RequestPart(required = false) byte[] mapping,
                          RequestContext request) throws IOException {
        return imports.preview(customers, file, mapping, request);
    }
}
