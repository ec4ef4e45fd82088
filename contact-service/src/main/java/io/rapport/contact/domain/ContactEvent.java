package io.rapport.contact.domain;

import java.util.Set;

/** What has happened to a contact, as it is stored. Private to this service. */
public sealed interface ContactEvent {

    record Registered(String contactId, ContactFacts facts) implements ContactEvent {
    }

    /**
     * @param changed only the new values
     * @param cleared names of facts that are no longer known
     */
    record FactsChanged(ContactFacts changed, Set<String> cleared) implements ContactEvent {
    }

    record Archived() implements ContactEvent {
    }

    record Restored() implements ContactEvent {
    }
}
