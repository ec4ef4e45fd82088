package io.rapport.jobs;

import tools.jackson.databind.node.ObjectNode;

/** Bean of a service: what records of one kind were, so that a dry run can say what it would change. */
public interface RecordVersions {

    /** Kind of the records, for example {@code customer}. */
    String recordKind();

    /**
     * The record at one of its versions, also one that the running transaction has made and not committed.
     *
     * @param version counted from 1
     * @return its fields, named as in the record's JSON
     */
    ObjectNode at(String recordId, long version);
}
