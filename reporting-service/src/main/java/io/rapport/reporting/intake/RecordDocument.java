package io.rapport.reporting.intake;

import io.rapport.rights.Holders;

import java.util.List;
import java.util.Map;

/** One record as it is read: the same document is kept by id in MongoDB and, for lists, in the search index. */
public interface RecordDocument {

    RecordKind recordKind();

    String id();

    /** Sequence of the last event folded in, from 1. */
    long version();

    /** The external version in the search index: greater than that of any document that this one replaces there. */
    default long indexVersion() {
        return version();
    }

    boolean archived();

    /** Values of the fields that administrators added, by key; null where there are none. */
    default Map<String, Object> custom() {
        return null;
    }

    /**
     * Id of the record of the same kind that answers for this one, because the two were merged; null for a record of
     * its own.
     */
    default String mergedInto() {
        return null;
    }

    /** Whether it was taken back that there ever was such a record: only its version remains of interest. */
    default boolean withdrawn() {
        return false;
    }

    /** Whose it is, for rights. */
    default Holders holders() {
        return Holders.of(null);
    }

    /** Ids of all records that this one answers for besides itself. */
    default List<String> absorbed() {
        return List.of();
    }
}
