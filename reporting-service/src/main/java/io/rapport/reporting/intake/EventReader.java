package io.rapport.reporting.intake;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.rapport.contracts.event.EventEnvelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.util.Objects;

/** Reads a public event out of a Kafka record: CloudEvents 1.0 in the binary binding. */
final class EventReader {

    private static final byte[] NO_DATA = {};

    private EventReader() {
    }

    /**
     * @throws Unreadable if it is not an event that this service could place in the history of a record
     */
    static EventEnvelope read(ConsumerRecord<String, byte[]> record) throws Unreadable {
        CloudEvent event = cloudEvent(record);
        if (!Objects.equals(record.key(), event.getSubject())) {
            throw new Unreadable("key is not the subject");
        }
        if (event.getTime() == null) {
            throw new Unreadable("no time");
        }
        return new EventEnvelope(event.getId(), event.getSource().toString(), event.getType(), event.getSubject(),
                event.getTime().toInstant(), sequence(event), extension(event, "actor"), extension(event, "reason"),
                extension(event, "correlationid"), extension(event, "causationid"), extension(event, "traceparent"),
                extension(event, "origin"), event.getData() == null ? NO_DATA : event.getData().toBytes());
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> record) throws Unreadable {
        if (record.key() == null || record.value() == null) {
            throw new Unreadable("no key or no data");
        }
        try {
            MessageReader message = KafkaMessageFactory.createReader(record);
            return message.toEvent();
        } catch (RuntimeException notAnEvent) {
            throw new Unreadable("not a cloud event");
        }
    }

    private static long sequence(CloudEvent event) throws Unreadable {
        try {
            long sequence = Long.parseLong(Objects.toString(event.getExtension("sequence")));
            if (sequence >= 1) {
                return sequence;
            }
        } catch (NumberFormatException notANumber) {
            // falls through: said once below
        }
        throw new Unreadable("no sequence");
    }

    private static String extension(CloudEvent event, String name) {
        Object value = event.getExtension(name);
        return value == null ? null : value.toString();
    }

    /** A Kafka record that is no event. Its message names no value. */
    static final class Unreadable extends Exception {

        Unreadable(String message) {
            super(message);
        }
    }
}
