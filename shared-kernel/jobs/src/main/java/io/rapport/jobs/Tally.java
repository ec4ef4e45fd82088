package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.eventstore.Outcome;

import java.util.ArrayList;
import java.util.List;

/** What one batch came to. */
final class Tally {

    private final List<RefusedRow> refused = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;

    /**
     * @param line   where the row or record stands in the job
     * @param cells  what to show of it if it was refused
     * @param isNew  whether the command was to make the record
     * @return whether it was not refused
     */
    boolean count(long line, List<String> cells, Outcome outcome, boolean isNew) {
        switch (outcome) {
            case Outcome.Accepted _ when isNew -> created++;
            case Outcome.Accepted _ -> updated++;
            case Outcome.Unchanged _ -> unchanged++;
            case Outcome.Refused(var refusal) -> {
                refuse(line, cells, refusal.errors());
                return false;
            }
        }
        return true;
    }

    void countUnchanged() {
        unchanged++;
    }

    void refuse(long line, List<String> cells, List<FieldError> errors) {
        refused.add(new RefusedRow(line, cells, errors));
    }

    List<RefusedRow> refused() {
        return refused;
    }

    Job.Progress progress(long done, long millis) {
        return new Job.Progress(0, done, created, updated, unchanged, refused.size(), millis);
    }
}
