package io.rapport.jobs;

import io.rapport.jobs.mapping.ColumnMapping;
import io.rapport.jobs.reading.CsvFormat;
import io.rapport.web.signin.Caller;

import java.time.Instant;
import java.util.List;

/**
 * A job as it stands in the store.
 *
 * @param id            {@code <record kind>-<uuid>}, so that a gateway knows which service to ask
 * @param recordKind    kind of the records, for example {@code customer}
 * @param task          what it does to them
 * @param caller        who asked for it, as his token said then: in his name and with his rights the records change
 * @param correlationId of the request that asked for it
 * @param traceparent   W3C trace context of that request; null where it was not traced
 * @param state         where it stands
 * @param dryRun        whether it only counts what would happen
 * @param format        how to read its file; null where it has none
 * @param headers       columns of its file, or of the list of records it refused
 * @param mapping       the field for each column
 * @param recognisedBy  what the rows of its file are recognised by; null for what is usual
 * @param edit          what a batch does, as JSON; null for other tasks
 * @param undoes        id of the job that it takes back; null for other tasks
 * @param undoneBy      id of the job that takes this one back; null when there is none
 * @param progress      how far it is
 * @param stopRequested whether it is to halt after the present batch
 * @param endedAt       when it came to rest; null while there is something to do
 */
public record Job(
        String id,
        String recordKind,
        JobTask task,
        Caller caller,
        String correlationId,
        String traceparent,
        JobState state,
        boolean dryRun,
        CsvFormat format,
        List<String> headers,
        ColumnMapping mapping,
        String recognisedBy,
        String edit,
        String undoes,
        String undoneBy,
        Progress progress,
        boolean stopRequested,
        Instant endedAt) {

    public Job {
        headers = List.copyOf(headers);
    }

    /** User or client that asked for it. */
    public String creator() {
        return caller.name();
    }

    /** Whether it came to rest with records changed that can be changed back. */
    public boolean isReversible() {
        return task != JobTask.UNDO && !dryRun && undoneBy == null && endedAt != null
                && state != JobState.UNDONE && progress.created() + progress.updated() > 0;
    }

    /**
     * How far a job is, in rows or records.
     *
     * @param total      rows of the file
     * @param done       rows dealt with; the sum of the four that follow
     * @param created    rows of which records are new
     * @param updated    rows of which records changed
     * @param unchanged  rows that say what is known
     * @param refused    rows that were refused
     * @param noted      rows that were taken otherwise than they say
     * @param busyMillis time spent on the rows done
     */
    public record Progress(long total, long done, long created, long updated, long unchanged, long refused,
                           long noted, long busyMillis) {

        static Progress of(long total) {
            return new Progress(total, 0, 0, 0, 0, 0, 0, 0);
        }

        /** Seconds left at the speed so far; null as long as there is no speed. */
        public Long etaSeconds() {
            if (done == total) {
                return 0L;
            }
            return done == 0 ? null : Math.ceilDiv((total - done) * busyMillis / done, 1000L);
        }
    }
}
