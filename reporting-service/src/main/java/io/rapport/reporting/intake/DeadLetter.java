package io.rapport.reporting.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An event that could not become part of its record, with the Kafka record as it came. Public for the driver's codec
 * only.
 *
 * @param id        record and sequence where they are known, so that a second delivery adds nothing
 * @param recordKey the record it holds up, see {@link RecordKey#text()}; null when it is not known
 * @param kind      null when it is not known
 * @param sequence  null when it could not be read
 * @param cause     name of a {@link Cause}
 * @param detail    in English, without any value of the record
 * @param at        when it was parked first
 * @param attempts  how often it has been tried
 * @param retry     true from the request to try it again until that has happened
 */
public record DeadLetter(@BsonId String id, String recordKey, String kind, String recordId, Long sequence,
        String eventId, String type, String cause, String detail, Instant at, int attempts, boolean retry, String topic, int partition,
        long offset, long timestamp, String key, List<RawHeader> headers, byte[] value) {

    /** Why an event waits. */
    enum Cause {
        /** The Kafka record is not an event of this platform. It holds up nothing by itself. */
        UNREADABLE,
        /** The data is not what the type promises. */
        UNPROJECTABLE,
        /** An earlier event of the record is missing, in the topic too. */
        GAP,
        /** An earlier event of the record waits. */
        QUEUED,
        /** MongoDB has the document, but the search index refuses it for good. It holds up nothing. */
        NOT_INDEXABLE
    }

    public record RawHeader(String name, byte[] value) {
    }

    static DeadLetter unreadable(ConsumerRecord<String, byte[]> raw, String detail, Instant now) {
        return of(raw.topic() + '-' + raw.partition() + '@' + raw.offset(), null, null, Cause.UNREADABLE, detail, raw,
                now);
    }

    static DeadLetter of(RecordKey record, RecordFold.Parked parked, Instant now) {
        return of(idOf(record, parked.arrival().sequence()), record, parked.arrival(), parked.cause(), parked.detail(),
                parked.arrival().raw(), now);
    }

    static DeadLetter notIndexable(RecordKey record, Arrival latest, String detail, Instant now) {
        return of(notIndexableId(record), record, latest, Cause.NOT_INDEXABLE, detail, latest.raw(), now);
    }

    static String idOf(RecordKey record, long sequence) {
        return record.text() + ':' + sequence;
    }

    static String notIndexableId(RecordKey record) {
        return record.text() + ":index";
    }

    private static DeadLetter of(String id, RecordKey record, Arrival arrival, Cause cause, String detail,
            ConsumerRecord<String, byte[]> raw, Instant now) {
        List<RawHeader> headers = Arrays.stream(raw.headers().toArray())
                .map(header -> new RawHeader(header.key(), header.value())).toList();
        return new DeadLetter(id,
                record == null ? null : record.text(),
                record == null ? null : record.kind().code(),
                record == null ? null : record.id(),
                arrival == null ? null : arrival.sequence(),
                arrival == null ? null : arrival.event().id(),
                arrival == null ? null : arrival.event().type(),
                cause.name(), detail, now, 1, false, raw.topic(), raw.partition(), raw.offset(), raw.timestamp(),
                raw.key(), headers, raw.value());
    }

    boolean has(Cause wanted) {
        return wanted.name().equals(cause);
    }

    /** This letter as the outcome of another try of {@code earlier}. */
    DeadLetter after(DeadLetter earlier) {
        return new DeadLetter(id, recordKey, kind, recordId, sequence, eventId, type, cause, detail, earlier.at(),
                earlier.attempts() + (earlier.retry() ? 1 : 0), false, topic, partition, offset, timestamp, key,
                headers, value);
    }

    /** The Kafka record as it came. */
    ConsumerRecord<String, byte[]> raw() {
        RecordHeaders raw = new RecordHeaders();
        for (RawHeader header : headers) {
            raw.add(header.name(), header.value());
        }
        return new ConsumerRecord<>(topic, partition, offset, timestamp, TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE, ConsumerRecord.NULL_SIZE, key, value, raw, Optional.empty());
    }
}
