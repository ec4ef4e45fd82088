package io.rapport.eventstore;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.rapport.contracts.ConsistencyToken;

/**
 * What a command came to: the record it was about and the version that record has now.
 *
 * @param recordId id of the record
 * @param version  sequence of its last event, from 1; the {@code ETag} of the record
 * @param facts    what the answer tells besides, such as a number that the platform chose; see {@link RecordFacts}
 * @param others   other records that the command changed with it, each with its version now
 */
public record Recorded(String recordId, long version, Map<String, String> facts, List<ConsistencyToken> others) {

    public Recorded {
        Objects.requireNonNull(recordId, "recordId");
        facts = Map.copyOf(facts);
        others = others == null ? List.of() : List.copyOf(others);
        if (version < 1) {
            throw new IllegalArgumentException("a version starts at 1, but is " + version);
        }
    }

    /** A record that changed alone. */
    public Recorded(String recordId, long version, Map<String, String> facts) {
        this(recordId, version, facts, List.of());
    }
}
