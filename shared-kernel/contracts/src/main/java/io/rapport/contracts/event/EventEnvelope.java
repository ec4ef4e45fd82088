package io.rapport.contracts.event;

import java.time.Instant;
import java.util.Objects;

/**
 * A public event as every service sends and receives it: the attributes of CloudEvents 1.0 that Rapport uses, its
 * extensions, and the data as JSON bytes.
 *
 * @param id            id of the event, the same on every delivery
 * @param source        the service that recorded it, for example {@code customer-service}
 * @param type          stable public name with its major version, for example {@code customer.registered.v1}
 * @param subject       id of the record it happened to; also the key of the Kafka record
 * @param time          when it was recorded
 * @param sequence      place in the history of its record: 1, 2, 3, … without a gap
 * @param actor         user or client that caused it
 * @param reason        why, in the words of the actor; null where none was given
 * @param correlationId id of the request or job that everything caused by it shares
 * @param causationId   id of the message that directly caused it
 * @param traceparent   W3C trace context of the request; null where the request was not traced
 * @param origin        how it came in, {@code request} or {@code import <job> row <n>}; null in events recorded before it
 *                      was told
 * @param data          UTF-8 JSON, valid against the schema of {@code type}
 */
public record EventEnvelope(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        long sequence,
        String actor,
        String reason,
        String correlationId,
        String causationId,
        String traceparent,
        String origin,
        byte[] data) {

    public EventEnvelope {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(data, "data");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence starts at 1, but is " + sequence);
        }
    }
}
