package io.rapport.eventstore.relay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.rapport.contracts.event.EventEnvelope;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** What had happened to one record by a moment, told as the world was told it. */
public final class PastEvents {

    private final EventStorageEngine engine;
    private final PublicEvents publicEvents;

    PastEvents(EventStorageEngine engine, PublicEvents publicEvents) {
        this.engine = engine;
        this.publicEvents = publicEvents;
    }

    /**
     * The record's public events in order, up to the last that was recorded no later than a moment. Readers show times
     * in milliseconds: an event belongs to the whole millisecond it happened in, so that the time of a change, as shown,
     * gives the state after it.
     *
     * @param after sequence before the first one wanted, 0 for all
     * @param most  how many at most
     * @return empty when there are none, also when there is no such record
     */
    public List<EventEnvelope> of(String recordId, long after, Instant until, int most) {
        // Not from the snapshot, which holds no events.
        return engine.readEvents(recordId, after).asStream()
                .takeWhile(event -> !event.getTimestamp().truncatedTo(ChronoUnit.MILLIS).isAfter(until))
                .limit(most)
                .map(publicEvents::of)
                .toList();
    }
}
