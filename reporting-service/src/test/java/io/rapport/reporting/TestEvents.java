package io.rapport.reporting;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.rapport.contracts.event.EventEnvelope;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Public events as the command services send them. */
public final class TestEvents {

    public static final Instant LONG_AGO = Instant.parse("2026-01-01T08:00:00Z");

    private TestEvents() {
    }

    /** An id that no other record has. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * @param data JSON
     */
    public static EventEnvelope event(String type, String recordId, long sequence, String data) {
        String kind = type.substring(0, type.indexOf('.'));
        return new EventEnvelope(recordId + "/" + sequence, kind + "-service", type, recordId,
                LONG_AGO.plusSeconds(sequence), sequence, "zhangsan", null, "request-" + recordId, null, null,
                "request", data.getBytes(StandardCharsets.UTF_8));
    }

    public static EventEnvelope customerRegistered(String id, String name) {
        return customerRegistered(id, name, "{}");
    }

    /**
     * @param moreFacts JSON object of facts beside the name
     */
    public static EventEnvelope customerRegistered(String id, String name, String moreFacts) {
        String more = moreFacts.strip();
        String inner = more.substring(1, more.length() - 1).strip();
        return event("customer.registered.v1", id, 1, """
                {"number":"%s","facts":{"name":"%s","type":"POTENTIAL","level":"NORMAL"%s},
                 "salesStatus":"POTENTIAL","owner":"zhangsan","team":"/east/shanghai"}"""
                .formatted(Math.abs(id.hashCode()), name, inner.isEmpty() ? "" : "," + inner));
    }

    public static EventEnvelope customerChanged(String id, long sequence, String changed) {
        return event("customer.changed.v1", id, sequence, "{\"changed\":" + changed + "}");
    }

    /** The same event with another reason and origin; either may be null. */
    public static EventEnvelope because(EventEnvelope event, String reason, String origin) {
        return new EventEnvelope(event.id(), event.source(), event.type(), event.subject(), event.time(),
                event.sequence(), event.actor(), reason, event.correlationId(), event.causationId(),
                event.traceparent(), origin, event.data());
    }

    /** The Kafka record of an event, in the binary binding. */
    public static ProducerRecord<String, byte[]> record(String topic, EventEnvelope event) {
        CloudEventBuilder builder = CloudEventBuilder.v1().withId(event.id()).withSource(URI.create(event.source()))
                .withType(event.type()).withSubject(event.subject()).withTime(event.time().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json").withData(event.data())
                .withExtension("sequence", Long.toString(event.sequence()));
        extension(builder, "actor", event.actor());
        extension(builder, "reason", event.reason());
        extension(builder, "correlationid", event.correlationId());
        extension(builder, "causationid", event.causationId());
        extension(builder, "traceparent", event.traceparent());
        extension(builder, "origin", event.origin());
        CloudEvent cloudEvent = builder.build();
        return KafkaMessageFactory.<String>createWriter(topic, event.subject()).writeBinary(cloudEvent);
    }

    private static void extension(CloudEventBuilder builder, String name, String value) {
        if (value != null) {
            builder.withExtension(name, value);
        }
    }
}
