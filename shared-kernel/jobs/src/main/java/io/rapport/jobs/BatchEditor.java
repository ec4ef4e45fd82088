package io.rapport.jobs;

import io.rapport.contracts.refusal.Refusal;

/** Bean of a service: how one kind of record is edited in batches. Everything else is the same for all kinds. */
public interface BatchEditor {

    /** Kind of the records, for example {@code customer}; prefix of the ids of its jobs. */
    String recordKind();

    /** Where the records are listed, for example {@code /api/customers}. */
    String collection();

    /**
     * Understands an edit, once for each run.
     *
     * @throws Refusal naming every field that cannot be so for any record
     */
    Commands prepare(BatchEdit edit);

    /** What is asked of each record. */
    @FunctionalInterface
    interface Commands {

        /**
         * @param expectedVersion counted from 0; null when any will do
         */
        Object command(String recordId, Long expectedVersion);
    }
}
