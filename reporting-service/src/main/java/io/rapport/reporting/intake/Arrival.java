package io.rapport.reporting.intake;

import io.rapport.contracts.event.EventEnvelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event together with the Kafka record that brought it, which is what is parked when it has to wait.
 */
record Arrival(EventEnvelope event, ConsumerRecord<String, byte[]> raw) {

    long sequence() {
        return event.sequence();
    }
}
