package io.rapport.eventstore;

import java.util.Map;

/**
 * What the answer to a command tells of the record besides its id and version.
 *
 * @param <A> the aggregate
 */
@FunctionalInterface
public interface RecordFacts<A> {

    /**
     * @param aggregateRoot the aggregate after the command
     * @return names and values, never null
     */
    Map<String, String> of(A aggregateRoot);
}
