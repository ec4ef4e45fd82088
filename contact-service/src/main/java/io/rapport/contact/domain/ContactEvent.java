package io.rapport.contact.domain;

import java.util.Set;

/** What has happened to a contact, as it is stored. Private to this service. */
public sealed interface ContactEvent {

    /**
     * @param owner null for nobody
     * @param team  null where it is not known
     */
    record Registered(String contactId, ContactFacts facts, String owner, String team) implements ContactEvent {
    }

    /**
     * @param changed only the new values; lists whole
     * @param cleared names of facts that are no longer known
     */
    record FactsChanged(ContactFacts changed, Set<String> cleared) implements ContactEvent {
    }

    /**
     * @param owner null for nobody
     * @param team  null where it is not known
     */
    record OwnerAssigned(String owner, String team) implements ContactEvent {
    }

    record Archived() implements ContactEvent {
    }

    record Restored() implements ContactEvent {
    }

    /** It was taken back that the contact was ever entered. */
    record Withdrawn() implements ContactEvent {
    }
}
