package io.rapport.jobs;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.RecordIds;
import io.rapport.jobs.mapping.ColumnMapping;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes batches in: keeps which records they are about, as they were when they were chosen, and queues the job. */
public class Batches {

    /** The columns of the list of records that were refused. */
    private static final List<String> HEADERS = List.of("id");
    private static final int PAGE = 1_000;

    private final TransactionTemplate transaction;
    private final JobStore jobs;
    private final JobRecords records;
    private final JobRunner runner;
    private final JsonMapper json;
    private final Trail trail;

    Batches(TransactionTemplate transaction, JobStore jobs, JobRecords records, JobRunner runner, JsonMapper json,
            Trail trail) {
        this.transaction = transaction;
        this.jobs = jobs;
        this.records = records;
        this.runner = runner;
        this.json = json;
        this.trail = trail;
    }

    /** Records that were chosen, one after the other; read once. */
    @FunctionalInterface
    public interface Selection {

        void forEach(Reader reader);

        /** Takes one record after the other. */
        @FunctionalInterface
        interface Reader {

            /**
             * @param version the record is expected to have, counted from 1; null when any will do
             */
            void take(String recordId, Long version);
        }
    }

    /**
     * Queues the batch. The same idempotency key gives the same job again.
     *
     * @param key null when the request had none
     * @return id of the job
     * @throws Refusal INVALID if the edit says nothing, contradicts itself or cannot be so for any record, or the key
     *                 came with another request
     */
    public String submit(BatchEditor editor, BatchEdit edit, Selection selection, Undos.By by, RequestKey key) {
        check(editor, edit);
        String id = editor.recordKind() + '-' + RecordIds.next();
        Job job = new Job(id, editor.recordKind(), JobTask.BATCH, by.caller(), by.correlationId(),
                by.traceparent(), JobState.QUEUED, false, null, HEADERS,
                new ColumnMapping(Arrays.asList(new String[HEADERS.size()])), null, json.writeValueAsString(edit), null, null, Job.Progress.of(0), false, null);
        String queued = transaction.execute(_ -> {
            if (!jobs.insert(job, key)) {
                return jobs.earlier(by.name(), key).orElseThrow();
            }
            List<String> first = new ArrayList<>();
            long stored = store(id, selection, first);
            jobs.total(id, stored);
            trail.record(TrailEntry.of(TrailAction.BATCH_CHANGED, by.name(), by.correlationId(), editor.recordKind(),
                    first, Map.of("job", id, "records", Long.toString(stored))));
            return id;
        });
        runner.wake();
        return queued;
    }

    /** What an earlier request with this key has queued. */
    public Optional<String> earlier(Undos.By by, RequestKey key) {
        return jobs.earlier(by.name(), key);
    }

    /**
     * @throws Refusal INVALID if the edit says nothing, contradicts itself or cannot be so for any record
     */
    public void check(BatchEditor editor, BatchEdit edit) {
        if (edit.isEmpty()) {
            throw Refusal.of(Refusal.Kind.INVALID, "set", "batch-nothing");
        }
        if (edit.contradictsItself()) {
            throw Refusal.of(Refusal.Kind.INVALID, "archive", "batch-archive-alone");
        }
        editor.prepare(edit);
    }

    /** @param first takes the ids of the first records, as many as an entry of the trail names */
    private long store(String jobId, Selection selection, List<String> first) {
        List<JobRecords.Selected> page = new ArrayList<>(PAGE);
        long[] stored = {0};
        selection.forEach((recordId, version) -> {
            page.add(new JobRecords.Selected(recordId, version));
            if (first.size() < TrailEntry.MOST_RECORDS) {
                first.add(recordId);
            }
            if (page.size() == PAGE) {
                stored[0] += records.add(jobId, stored[0], page);
                page.clear();
            }
        });
        return stored[0] + (page.isEmpty() ? 0 : records.add(jobId, stored[0], page));
    }
}
