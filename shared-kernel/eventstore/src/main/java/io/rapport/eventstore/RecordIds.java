package io.rapport.eventstore;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** Makes the ids of records: UUID version 7, so that ids made one after the other lie together in every index. */
public final class RecordIds {

    private static final NoArgGenerator UUIDS = Generators.timeBasedEpochRandomGenerator();

    private RecordIds() {
    }

    /** A new id, in lower-case text with hyphens; never given out before. */
    public static String next() {
        return UUIDS.generate().toString();
    }
}
