package io.rapport.jobs;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;

import java.util.List;

/** What is to be done for one row of a file, or one record of an undo. */
public sealed interface PlannedRow {

    /**
     * The record is not known yet: this command makes it.
     *
     * @param notes what its sender should know of what became of the row; empty for nothing
     */
    record Create(Object command, List<FieldError> notes) implements PlannedRow {

        public Create(Object command) {
            this(command, List.of());
        }
    }

    /**
     * The record is known: this command brings it up to date, or changes nothing.
     *
     * @param notes what its sender should know of what became of the row; empty for nothing
     */
    record Change(Object command, List<FieldError> notes) implements PlannedRow {

        public Change(Object command) {
            this(command, List.of());
        }
    }

    /** Nothing can be done, for this reason. */
    record Refuse(Refusal refusal) implements PlannedRow {
    }
}
