package io.rapport.jobs;

import io.rapport.jobs.mapping.ColumnMapping;
import io.rapport.jobs.reading.CsvFormat;

import java.util.List;

/**
 * A job as it stands in the store.
 *
 * @param id            {@code <record kind>-<uuid>}, so that a gateway knows which service to ask
 * @param recordKind    kind of the records, for example {@code customer}
 * @param creator       user or client that asked for it, and in whose name the records change
 * @param correlationId of the request that asked for it
 * @param traceparent   W3C trace context of that request; null where it was not traced
 * @param state         where it stands
 * @param dryRun        whether it only counts what would happen
 * @param format        how to read its file
 * @param headers       columns of its file
 * @param mapping       the field for each column
 * @param progress      how far it is
 * @param stopRequested whether it is to halt after the present batch
 */
public record Job(
        String id,
        String recordKind,
        String creator,
        String correlationId,
        String traceparent,
        JobState state,
        boolean dryRun,
        CsvFormat format,
        List<String> headers,
        ColumnMapping mapping,
        Progress progress,
        boolean stopRequested) {

    public Job {
        headers = List.copyOf(headers);
    }

    /**
     * How far a job is, in rows.
     *
     * @param total      rows of the file
     * @param done       rows dealt with; the sum of the four that follow
     * @param created    records that are new
     * @param updated    records that changed
     * @param unchanged  rows that say what is known
     * @param refused    rows that were refused
     * @param busyMillis time spent on the rows done
     */
    public record Progress(long total, long done, long created, long updated, long unchanged, long refused,
                           long busyMillis) {

        /** Seconds left at the speed so far; null as long as there is no speed. */
        public Long etaSeconds() {
            if (done == total) {
                return 0L;
            }
            return done == 0 ? null : Math.ceilDiv((total - done) * busyMillis / done, 1000L);
        }
    }
}
