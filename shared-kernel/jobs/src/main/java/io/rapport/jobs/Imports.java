package io.rapport.jobs;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.RecordIds;
import io.rapport.jobs.mapping.ColumnMapping;
import io.rapport.jobs.reading.ByteSource;
import io.rapport.jobs.reading.CsvFile;
import io.rapport.jobs.reading.CsvRow;
import io.rapport.jobs.reading.TableFile;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes files in: reads them once to see that they can be imported, keeps them, and queues the job. */
public class Imports {

    private final TransactionTemplate transaction;
    private final JobStore jobs;
    private final JobFiles files;
    private final JobRunner runner;
    private final Trail trail;

    Imports(TransactionTemplate transaction, JobStore jobs, JobFiles files, JobRunner runner, Trail trail) {
        this.transaction = transaction;
        this.jobs = jobs;
        this.files = files;
        this.runner = runner;
        this.trail = trail;
    }

    /**
     * Queues the import of a file. The same idempotency key gives the same job again.
     *
     * @return id of the job
     * @throws Refusal     INVALID if the file cannot be read, the mapping names what does not exist or leaves out what
     *                     is required, or the key came with another request; nothing is kept then
     * @throws IOException if the upload cannot be read
     */
    public String submit(RowImporter<?> importer, ImportRequest request) throws IOException {
        Optional<String> earlier = jobs.earlier(request.creator(), request.key());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try (TableFile file = importer.understand(request.file())) {
            return submit(importer, request, file);
        }
    }

    private String submit(RowImporter<?> importer, ImportRequest request, TableFile file) {
        if (request.recognisedBy() != null && !importer.recognitions().contains(request.recognisedBy())) {
            throw Refusal.of(Refusal.Kind.INVALID, "key", "import-key-unknown",
                    String.join(", ", importer.recognitions()));
        }
        ColumnMapping mapping = importer.columns().propose(file.headers(), request.mapping());
        importer.columns().check(mapping);
        Job job = new Job(importer.recordKind() + '-' + RecordIds.next(), importer.recordKind(), JobTask.IMPORT,
                request.caller(), request.correlationId(), request.traceparent(),
                JobState.QUEUED, request.dryRun(), file.csv().format(), file.headers(), mapping,
                request.recognisedBy(), null, null, null, Job.Progress.of(file.csv().rows()), false, null);
        boolean isNew = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean inserted = jobs.insert(job, request.key());
            if (inserted) {
                store(job, file.content());
                note(job);
            }
            return inserted;
        }));
        if (!isNew) {
            return jobs.earlier(request.creator(), request.key()).orElseThrow();
        }
        runner.wake();
        return job.id();
    }

    /**
     * What {@link #submit} would understand.
     *
     * @throws Refusal     INVALID if the file cannot be read or the mapping names what does not exist
     * @throws IOException if the upload cannot be read
     */
    public ImportPreview preview(RowImporter<?> importer, ImportRequest request) throws IOException {
        try (TableFile file = importer.understand(request.file())) {
            ColumnMapping mapping = importer.columns().propose(file.headers(), request.mapping());
            CsvFile csv = file.csv();
            boolean isSheet = file.sheet() != null;
            return new ImportPreview(isSheet ? null : csv.format().encoding().charset().name(),
                    isSheet ? null : String.valueOf(csv.format().separator()), file.sheet(), csv.rows(),
                    csv.headers(), mapping.byHeader(csv.headers()), importer.columns().fields(),
                    importer.columns().required(), importer.columns().missing(mapping),
                    importer.recognitions(), csv.first().stream().map(CsvRow::cells).toList());
        }
    }

    /** As the last before it is queued for good: what comes to nothing is not noted. */
    private void note(Job job) {
        if (!job.dryRun()) {
            trail.record(TrailEntry.of(TrailAction.IMPORTED, job.creator(), job.correlationId(), job.recordKind(),
                    List.of(), Map.of("job", job.id(), "rows", Long.toString(job.progress().total()))));
        }
    }

    private void store(Job job, ByteSource content) {
        try {
            files.store(job.id(), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
