package io.rapport.contact.domain;

import io.rapport.values.Assignment;

/**
 * All that decisions about a contact depend on.
 *
 * @param facts      lists and their single fields in step, see {@link PrimaryEntries}
 * @param assignment nobody's: whoever entered the contact looks after it
 */
public record ContactState(ContactFacts facts, Assignment assignment, boolean archived) {

    ContactState with(ContactFacts newFacts) {
        return new ContactState(newFacts, assignment, archived);
    }

    ContactState with(Assignment newAssignment) {
        return new ContactState(facts, newAssignment, archived);
    }

    ContactState archived(boolean now) {
        return new ContactState(facts, assignment, now);
    }
}
