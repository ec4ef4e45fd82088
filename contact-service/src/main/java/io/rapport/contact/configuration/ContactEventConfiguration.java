package io.rapport.contact.configuration;

import io.rapport.contact.domain.Contact;
import io.rapport.contact.domain.ContactEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which names the events of contacts are stored. */
@Configuration(proxyBeanMethods = false)
class ContactEventConfiguration {

    @Bean
    RecordType<Contact, ContactEvent> contactRecords(EventPublication<ContactEvent> publication) {
        return RecordType.of("contact", "2", Contact.class, ContactEvent.class, publication)
                .event("contact.registered", "1", ContactEvent.Registered.class)
                .event("contact.facts-changed", "1", ContactEvent.FactsChanged.class)
                .event("contact.owner-assigned", "1", ContactEvent.OwnerAssigned.class)
                .event("contact.archived", "1", ContactEvent.Archived.class)
                .event("contact.restored", "1", ContactEvent.Restored.class)
                .event("contact.withdrawn", "1", ContactEvent.Withdrawn.class)
                .build();
    }
}
