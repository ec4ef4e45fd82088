package io.rapport.eventstore.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.rapport.eventstore.audit.AuditReport.Finding;
import io.rapport.eventstore.audit.AuditReport.Kind;
import io.rapport.eventstore.audit.StoreReader.Position;
import io.rapport.eventstore.audit.StoreReader.StoredEvent;
import io.rapport.eventstore.audit.TopicReader.Message;
import io.rapport.eventstore.relay.RelayProperties;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Proves that nothing was lost or made up between the store and the topic. It may run while the service works: what is
 * stored meanwhile counts as pending. Memory grows with the number of records (about 200 bytes each), not of events.
 *
 * <p>Of the directory only the last event of each record is compared: its topic need keep no more. Digests and counts are
 * those of the service's own topic.
 */
public final class EventStoreAudit {

    private final StoreReader store;
    private final RelayProperties properties;

    public EventStoreAudit(JdbcTemplate jdbc, RelayProperties properties) {
        this.store = new StoreReader(jdbc);
        this.properties = properties;
    }

    /**
     * Reads both completely.
     *
     * @throws RuntimeException if one of them cannot be read
     */
    public AuditReport run() {
        Instant begun = Instant.now();
        // In this order: everything up to the position is in the topic, everything in the topic is in the store.
        Position relayed = store.relayed();
        Map<String, TopicRecord> published = topic(properties.topic()).read();
        RecordDigest publishedDigest = digest(published);
        long duplicates = published.values().stream().mapToLong(TopicRecord::duplicates).sum();
        Comparison comparison = new Comparison(published, relayed);
        published.forEach((recordId, record) ->
                record.late().forEach(sequence -> comparison.found(Kind.OUT_OF_ORDER, recordId, sequence, 1)));
        store.forEach(properties.directoryKinds(), comparison::stored);
        comparison.end();
        if (!properties.directoryKinds().isEmpty()) {
            compareDirectory(comparison, relayed);
        }
        return new AuditReport(comparison.faults == 0, begun, properties.topic(), comparison.digest.build(), publishedDigest,
                comparison.pending, duplicates, comparison.faults, comparison.findings);
    }

    private void compareDirectory(Comparison comparison, Position relayed) {
        Map<String, Message> published = topic(properties.topics().directory()).readLast();
        for (StoredEvent stored : store.last(properties.directoryKinds())) {
            Message message = published.remove(stored.recordId());
            if (!relayed.includes(stored.globalIndex())) {
                comparison.pending++;
            } else if (message == null || message.sequence() < stored.sequence()) {
                comparison.found(Kind.MISSING_IN_TOPIC, stored.recordId(), stored.sequence(), 1);
            } else if (!message.eventId().equals(stored.eventId())) {
                comparison.found(Kind.DIFFERENT, stored.recordId(), stored.sequence(), 1);
            }
        }
        new TreeMap<>(published).forEach((foreign, message) ->
                comparison.found(Kind.FOREIGN, foreign, message.sequence(), 1));
    }

    private TopicReader topic(String name) {
        return new TopicReader(properties.kafka().bootstrapServers(), name);
    }

    private static RecordDigest digest(Map<String, TopicRecord> records) {
        RecordDigest.Builder digest = new RecordDigest.Builder();
        new TreeMap<>(records).forEach((recordId, record) -> digest.add(recordId, record.highest()));
        return digest.build();
    }

    /** Walks through the store, whose events come record by record. */
    private static final class Comparison {

        private final Map<String, TopicRecord> published;
        private final Position relayed;
        private final RecordDigest.Builder digest = new RecordDigest.Builder();
        private final List<Finding> findings = new ArrayList<>();
        private long faults;
        private long pending;
        private String recordId;
        private TopicRecord record;
        private long highest;
        private long checksum;

        Comparison(Map<String, TopicRecord> published, Position relayed) {
            this.published = published;
            this.relayed = relayed;
        }

        void stored(StoredEvent event) {
            if (!event.recordId().equals(recordId)) {
                endRecord();
                recordId = event.recordId();
                record = published.remove(recordId);
                highest = 0;
                checksum = 0;
            }
            if (event.sequence() != highest + 1) {
                found(Kind.MISSING_IN_STORE, recordId, highest + 1, event.sequence() - highest - 1);
            }
            highest = event.sequence();
            if (record != null && record.has(highest)) {
                checksum += TopicRecord.checksum(highest, event.eventId());
                if (record.differsAgain(highest, event.eventId())) {
                    found(Kind.DIFFERENT, recordId, highest, 1);
                }
            } else if (relayed.includes(event.globalIndex())) {
                found(Kind.MISSING_IN_TOPIC, recordId, highest, 1);
            } else {
                pending++;
            }
        }

        private void endRecord() {
            if (recordId == null) {
                return;
            }
            digest.add(recordId, highest);
            if (record == null) {
                return;
            }
            if (record.highest() > highest) {
                found(Kind.FOREIGN, recordId, highest + 1, record.highest() - highest);
            } else if (checksum != record.checksum()) {
                found(Kind.DIFFERENT, recordId, 1, highest);
            }
        }

        void end() {
            endRecord();
            new TreeMap<>(published).forEach((foreign, topicRecord) ->
                    found(Kind.FOREIGN, foreign, 1, topicRecord.highest()));
        }

        void found(Kind kind, String recordId, long sequence, long count) {
            faults++;
            if (findings.size() < AuditReport.LISTED) {
                findings.add(new Finding(kind, recordId, sequence, count));
            }
        }
    }
}
