package io.rapport.jobs.api;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.ImportPreview;
import io.rapport.jobs.ImportRequest;
import io.rapport.jobs.Imports;
import io.rapport.jobs.RequestKey;
import io.rapport.jobs.RowImporter;
import io.rapport.web.request.Answers;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.RequestContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the import endpoints of all kinds of records do with an upload. */
public class ImportEndpoint {

    private final Imports imports;
    private final JsonMapper json;

    ImportEndpoint(Imports imports, JsonMapper json) {
        this.imports = imports;
        this.json = json;
    }

    /**
     * Queues the import: 202.
     *
     * @param mapping      JSON object header → field or null, in UTF-8; null when the part is absent
     * @param recognisedBy what rows are recognised by, one of the importer's choices; null for what is usual
     * @throws Refusal if the file, the mapping or the choice cannot be used
     */
    public ResponseEntity<QueuedJob> submit(RowImporter<?> importer, MultipartFile file, byte[] mapping,
                                            String recognisedBy, boolean dryRun, RequestContext context,
                                            Optional<IdempotencyKey> key) throws IOException {
        String jobId = imports.submit(importer, request(file, mapping, recognisedBy, dryRun, context, key));
        return Answers.accepted("/api/jobs/" + jobId, new QueuedJob(jobId));
    }

    /**
     * What would be understood of the file.
     *
     * @throws Refusal as {@link #submit}
     */
    public ImportPreview preview(RowImporter<?> importer, MultipartFile file, byte[] mapping, RequestContext context)
            throws IOException {
        return imports.preview(importer, request(file, mapping, null, true, context, Optional.empty()));
    }

    private ImportRequest request(MultipartFile file, byte[] mapping, String recognisedBy, boolean dryRun,
                                  RequestContext context, Optional<IdempotencyKey> key) {
        return new ImportRequest(file::getInputStream, mapping(mapping), recognisedBy, dryRun,
                context.caller(), context.correlationId(), context.traceparent(),
                key.map(given -> new RequestKey(given.value(), given.digest())).orElse(null));
    }

    private Map<String, String> mapping(byte[] text) {
        Map<String, String> mapping = new LinkedHashMap<>();
        if (text == null || text.length == 0) {
            return mapping;
        }
        for (Map.Entry<String, JsonNode> entry : object(text).properties()) {
            JsonNode field = entry.getValue();
            if (!field.isNull() && !field.isString()) {
                throw unreadable();
            }
            mapping.put(entry.getKey(), field.isNull() ? null : field.stringValue());
        }
        return mapping;
    }

    private JsonNode object(byte[] text) {
        try {
            JsonNode node = json.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException malformed) {
            // Said below.
        }
        throw unreadable();
    }

    private static Refusal unreadable() {
        return Refusal.of(Refusal.Kind.UNREADABLE, "mapping", "mapping-unreadable");
    }
}
