package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.eventstore.Outcome;

import java.util.ArrayList;
import java.util.List;

/** What one batch came to. */
final class Tally {

    private final List<RefusedRow> refused = new ArrayList<>();
    private final List<RefusedRow> noted = new ArrayList<>();
    private final List<RehearsedChange> rehearsed = new ArrayList<>();
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
        if (outcome instanceof Outcome.Refused(var refusal)) {
            refuse(line, cells, refusal.errors());
            return false;
        }
        count(outcome, isNew, 1);
        return true;
    }

    /**
     * Counts what was not refused.
     *
     * @param rows how many rows say it
     */
    void count(Outcome outcome, boolean isNew, int rows) {
        switch (outcome) {
            case Outcome.Accepted _ when isNew -> created += rows;
            case Outcome.Accepted _ -> updated += rows;
            case Outcome.Unchanged _ -> unchanged += rows;
            case Outcome.Refused _ -> throw new IllegalArgumentException("was refused");
        }
    }

    void countUnchanged(int rows) {
        unchanged += rows;
    }

    void refuse(long line, List<String> cells, List<FieldError> errors) {
        refused.add(new RefusedRow(line, cells, errors));
    }

    /** What is to be said of a row that was taken. */
    void note(long line, List<String> cells, List<FieldError> notes) {
        if (!notes.isEmpty()) {
            noted.add(new RefusedRow(line, cells, notes));
        }
    }

    /** What rows of a dry run would change. */
    void rehearse(List<RehearsedChange> changes) {
        rehearsed.addAll(changes);
    }

    List<RehearsedChange> rehearsed() {
        return rehearsed;
    }

    List<RefusedRow> noted() {
        return noted;
    }

    List<RefusedRow> refused() {
        return refused;
    }

    Job.Progress progress(long millis) {
        long done = created + updated + unchanged + refused.size();
        return new Job.Progress(0, done, created, updated, unchanged, refused.size(), noted.size(), millis);
    }
}
