package io.rapport.eventstore;

import java.util.Map;

/**
 * Optional bean of a service: what the answer to a command tells of the record besides its id and version.
 */
@FunctionalInterface
public interface RecordFacts {

    /**
     * @param aggregateRoot the aggregate after the command
     * @return names and values, never null
     */
    Map<String, String> of(Object aggregateRoot);
}
