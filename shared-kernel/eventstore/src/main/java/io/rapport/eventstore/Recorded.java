package io.rapport.eventstore;

import java.util.Map;
import java.util.Objects;

/**
 * What a command came to: the record it was about and the version that record has now.
 *
 * @param recordId id of the record
 * @param version  sequence of its last event, from 1; the {@code ETag} of the record
 * @param facts    what the answer tells besides, such as a number that the platform chose; see {@link RecordFacts}
 */
public record Recorded(String recordId, long version, Map<String, String> facts) {

    public Recorded {
        Objects.requireNonNull(recordId, "recordId");
        facts = Map.copyOf(facts);
        if (version < 1) {
            throw new IllegalArgumentException("a version starts at 1, but is " + version);
        }
    }
}
