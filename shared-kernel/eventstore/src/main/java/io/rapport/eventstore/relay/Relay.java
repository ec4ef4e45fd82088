package io.rapport.eventstore.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gathers the events of a batch and sends them with its last one. The token moves in the transaction that is committed
 * afterwards, so an event that Kafka has not acknowledged is always read again.
 */
final class Relay implements EventMessageHandler {

    private static final String BATCH = Relay.class.getName();

    private final PublicEvents publicEvents;
    private final UnaryOperator<String> topicOf;
    private final OrderedSender sender;
    private final RelayState state;

    /** @param topicOf the topic for a kind of record */
    Relay(PublicEvents publicEvents, UnaryOperator<String> topicOf, OrderedSender sender, RelayState state) {
        this.publicEvents = publicEvents;
        this.topicOf = topicOf;
        this.sender = sender;
        this.state = state;
    }

    @Override
    public Object handle(EventMessage<?> event) throws Exception {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        List<ProducerRecord<String, byte[]>> batch = unitOfWork.getOrComputeResource(BATCH, _ -> new ArrayList<>());
        DomainEventMessage<?> stored = (DomainEventMessage<?>) event;
        batch.add(CloudEventRecords.of(topicOf.apply(stored.getType()), publicEvents.of(stored)));
        boolean last = !(unitOfWork instanceof BatchingUnitOfWork<?> many) || many.isLastMessage();
        if (last) {
            sender.send(batch);
            state.sent(batch.size());
            batch.clear();
        }
        return null;
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
