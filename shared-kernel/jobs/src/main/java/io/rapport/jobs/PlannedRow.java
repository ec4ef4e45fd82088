package io.rapport.jobs;

import io.rapport.contracts.refusal.Refusal;

/** What is to be done for one row of a file, or one record of an undo. */
public sealed interface PlannedRow {

    /** The record is not known yet: this command makes it. */
    record Create(Object command) implements PlannedRow {
    }

    /** The record is known: this command brings it up to date, or changes nothing. */
    record Change(Object command) implements PlannedRow {
    }

    /** Nothing can be done, for this reason. */
    record Refuse(Refusal refusal) implements PlannedRow {
    }
}
