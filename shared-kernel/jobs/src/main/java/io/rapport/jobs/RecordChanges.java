package io.rapport.jobs;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Which records each job changed, from which version to which, so that it can be undone. Learned from the events
 * themselves and written in the transaction that records them.
 */
class RecordChanges {

    /** First and last sequence of the events that one record got, counted from 0. */
    private record Span(long first, long last) {

        Span and(Span later) {
            return new Span(first, later.last);
        }
    }

    /**
     * What work did to a record.
     *
     * @param place  of the record in the job, for example its line
     * @param before version before, counted from 1; 0 for a record that was made
     * @param after  version after
     */
    record Change(String recordId, long place, long before, long after) implements Comparable<Change> {

        @Override
        public int compareTo(Change other) {
            return Long.compare(place, other.place);
        }
    }

    private static final ScopedValue<Map<String, Span>> SPANS = ScopedValue.newInstance();

    private final JdbcClient database;

    RecordChanges(JdbcClient database, EventStore events) {
        this.database = database;
        events.subscribe(RecordChanges::follow);
    }

    private static void follow(List<? extends EventMessage<?>> events) {
        if (!SPANS.isBound()) {
            return;
        }
        for (EventMessage<?> message : events) {
            if (message instanceof DomainEventMessage<?> event) {
                long sequence = event.getSequenceNumber();
                SPANS.get().merge(event.getAggregateIdentifier(), new Span(sequence, sequence), Span::and);
            }
        }
    }

    /**
     * What the work does to records.
     *
     * @param work gives the place in the job that each record it changed has there
     */
    static List<Change> of(Supplier<Map<String, Long>> work) {
        Map<String, Span> spans = new HashMap<>();
        Map<String, Long> places = ScopedValue.where(SPANS, spans).call(work::get);
        return places.entrySet().stream().filter(place -> spans.containsKey(place.getKey())).map(place -> {
            Span span = spans.get(place.getKey());
            return new Change(place.getKey(), place.getValue(), span.first(), span.last() + 1);
        }).toList();
    }

    /** Keeps what the work does to records, so that it can be undone. */
    void record(Job job, Supplier<Map<String, Long>> work) {
        List<Change> changes = of(work);
        if (changes.isEmpty()) {
            return;
        }
        database.sql("""
                INSERT INTO job_change AS known (job_id, record_id, place, version_before, version_after)
                SELECT ?, * FROM unnest(?, ?, ?, ?)
                ON CONFLICT (job_id, record_id) DO UPDATE SET version_after = excluded.version_after,
                    interrupted = known.interrupted OR known.version_after <> excluded.version_before""")
                .param(job.id())
                .param(changes.stream().map(Change::recordId).toArray(String[]::new))
                .param(changes.stream().map(Change::place).toArray(Long[]::new))
                .param(changes.stream().map(Change::before).toArray(Long[]::new))
                .param(changes.stream().map(Change::after).toArray(Long[]::new))
                .update();
    }
}
