package io.rapport.eventstore.relay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.rapport.contracts.event.EventEnvelope;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes public events in the Kafka binding of CloudEvents 1.0, binary mode; the key is the record's id. */
final class CloudEventRecords {

    private static final String TRACEPARENT = "traceparent";

    private CloudEventRecords() {
    }

    static ProducerRecord<String, byte[]> of(String topic, EventEnvelope event) {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(URI.create(event.source()))
                .withType(event.type())
                .withSubject(event.subject())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(event.data())
                .withExtension("sequence", Long.toString(event.sequence()));
        extend(builder, "actor", event.actor());
        extend(builder, "reason", event.reason());
        extend(builder, "correlationid", event.correlationId());
        extend(builder, "causationid", event.causationId());
        extend(builder, TRACEPARENT, event.traceparent());
        extend(builder, "origin", event.origin());
        CloudEvent cloudEvent = builder.build();
        ProducerRecord<String, byte[]> written =
                KafkaMessageFactory.createWriter(topic, event.subject()).writeBinary(cloudEvent);
        if (event.traceparent() != null) {
            // Where tracing libraries look for it.
            written.headers().add(TRACEPARENT, event.traceparent().getBytes(StandardCharsets.UTF_8));
        }
        return written;
    }

    private static void extend(CloudEventBuilder builder, String name, String value) {
        if (value != null) {
            builder.withExtension(name, value);
        }
    }
}
