package io.rapport.jobs;

import org.axonframework.eventsourcing.eventstore.EventStore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened to a record up to a version, for whoever needs to know what it was then. */
public class RecordPast {

    private final EventStore events;

    RecordPast(EventStore events) {
        this.events = events;
    }

    /**
     * @param version counted from 1
     * @return private events in their order, as they are understood today
     */
    public <E> List<E> upTo(String recordId, long version, Class<E> type) {
        return timedUpTo(recordId, version, type).stream().map(Map.Entry::getKey).toList();
    }

    /** As {@link #upTo}, each with the time it happened at. */
    public <E> List<Map.Entry<E, Instant>> timedUpTo(String recordId, long version, Class<E> type) {
        List<Map.Entry<E, Instant>> past = new ArrayList<>();
        // From the first event on: a snapshot may be younger than the version.
        var stream = events.readEvents(recordId, 0);
        while (stream.hasNext() && stream.peek().getSequenceNumber() < version) {
            var event = stream.next();
            past.add(Map.entry(type.cast(event.getPayload()), event.getTimestamp()));
        }
        return past;
    }
}
