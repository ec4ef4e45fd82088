package io.rapport.customer.application.opportunities;

import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customer.domain.opportunities.LeadSources;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import java.util.Iterator;

/** Reads a lead's source from its own events: conversions are few, and so nothing is kept for them. */
@Component
class StoredLeadSources implements LeadSources {

    private final EventStore events;

    StoredLeadSources(EventStore events) {
        this.events = events;
    }

    @Override
    public String ofCustomer(String customerId) {
        String source = null;
        Iterator<? extends DomainEventMessage<?>> history = events.readEvents(customerId, 0);
        while (history.hasNext()) {
            source = after(source, history.next().getPayload());
        }
        return source;
    }

    private static String after(String source, Object event) {
        return switch (event) {
            case CustomerEvent.Registered registered -> registered.facts().source();
            case CustomerEvent.FactsChanged changed when changed.changed().source() != null ->
                    changed.changed().source();
            case CustomerEvent.FactsChanged changed when changed.cleared().contains("source") -> null;
            default -> source;
        };
    }
}
