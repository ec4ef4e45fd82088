package io.rapport.eventstore.relay;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.eventstore.EventMetaData;
import io.rapport.eventstore.PublicEvent;
import io.rapport.eventstore.StoredEventTypes;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import tools.jackson.databind.json.JsonMapper;

/** Turns a stored event into what the world is told of it. */
final class PublicEvents {

    private final String source;
    private final StoredEventTypes types;
    private final JsonMapper json;

    /** @param source name of the service */
    PublicEvents(String source, StoredEventTypes types, JsonMapper json) {
        this.source = source;
        this.types = types;
        this.json = json;
    }

    EventEnvelope of(DomainEventMessage<?> event) {
        PublicEvent told = types.publish(event.getPayload());
        MetaData metaData = event.getMetaData();
        return new EventEnvelope(
                event.getIdentifier(),
                source,
                told.type(),
                event.getAggregateIdentifier(),
                event.getTimestamp(),
                event.getSequenceNumber() + 1,
                text(metaData, EventMetaData.ACTOR),
                text(metaData, EventMetaData.REASON),
                text(metaData, EventMetaData.CORRELATION_ID),
                text(metaData, EventMetaData.CAUSATION_ID),
                text(metaData, EventMetaData.TRACEPARENT),
                text(metaData, EventMetaData.SOURCE),
                json.writeValueAsBytes(told.data()));
    }

    private static String text(MetaData metaData, String name) {
        return (String) metaData.get(name);
    }
}
