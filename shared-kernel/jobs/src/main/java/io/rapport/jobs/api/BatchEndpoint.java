package io.rapport.jobs.api;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.BatchEditor;
import io.rapport.jobs.Batches;
import io.rapport.jobs.JobProperties;
import io.rapport.jobs.RequestKey;
import io.rapport.jobs.Undos;
import io.rapport.web.request.Answers;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.RequestContext;
import org.springframework.http.ResponseEntity;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the batch endpoints of all kinds of records do. */
public class BatchEndpoint {

    private final Batches batches;
    private final ListedRecords lists;
    private final JobProperties properties;

    BatchEndpoint(Batches batches, ListedRecords lists, JobProperties properties) {
        this.batches = batches;
        this.lists = lists;
        this.properties = properties;
    }

    /**
     * Queues the batch: 202. Which records a filter finds is settled before the answer.
     *
     * @param tokens writes that a filter must have seen, as in the {@code Consistency-Token} header; null for none
     * @throws Refusal if the request cannot be carried out for any record
     */
    public ResponseEntity<QueuedJob> submit(BatchEditor editor, BatchRequest body, String tokens,
                                            RequestContext context, Optional<IdempotencyKey> key) throws IOException {
        body.check(properties.batchMost());
        Undos.By by = new Undos.By(context.caller(), context.correlationId(), context.traceparent());
        RequestKey once = key.map(given -> new RequestKey(given.value(), given.digest())).orElse(null);
        String jobId = body.byFilter()
                ? submitFound(editor, body, tokens, by, once)
                : batches.submit(editor, body.edit(), reader -> body.ids().forEach(
                        id -> reader.take(id, body.expectedVersions().get(id))), by, once);
        return Answers.accepted("/api/jobs/" + jobId, new QueuedJob(jobId));
    }

    /** What is found waits in a file: neither memory nor a transaction is held while another service is asked. */
    private String submitFound(BatchEditor editor, BatchRequest body, String tokens, Undos.By by, RequestKey once)
            throws IOException {
        batches.check(editor, body.edit());
        Optional<String> earlier = batches.earlier(by, once);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Path found = Files.createTempFile("rapport-batch", null);
        try {
            try (BufferedWriter lines = Files.newBufferedWriter(found)) {
                lists.read(editor.collection(), body.q(), body.filter(), body.segment(), tokens,
                        page -> write(page, lines));
            }
            return batches.submit(editor, body.edit(), reader -> read(found, reader), by, once);
        } finally {
            Files.delete(found);
        }
    }

    private void write(ListedRecords.Page page, BufferedWriter lines) {
        if (page.total() > properties.batchMost()) {
            throw Refusal.of(Refusal.Kind.INVALID, "filter", "batch-too-many", properties.batchMost(), page.total());
        }
        try {
            for (ListedRecords.Item item : page.items()) {
                lines.write(item.id() + ' ' + item.version() + '\n');
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void read(Path found, Batches.Selection.Reader reader) {
        try (BufferedReader lines = Files.newBufferedReader(found)) {
            for (String line; (line = lines.readLine()) != null; ) {
                int space = line.indexOf(' ');
                reader.take(line.substring(0, space), Long.valueOf(line.substring(space + 1)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
