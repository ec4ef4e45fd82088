package io.rapport.jobs;

import org.axonframework.eventsourcing.eventstore.EventStore;

import java.util.ArrayList;
import java.util.List;

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
        List<E> past = new ArrayList<>();
        // From the first event on: a snapshot may be younger than the version.
        var stream = events.readEvents(recordId, 0);
        while (stream.hasNext() && stream.peek().getSequenceNumber() < version) {
            past.add(type.cast(stream.next().getPayload()));
        }
        return past;
    }
}
