package io.rapport.contact.domain;

import io.rapport.values.Patch;

import java.util.ArrayList;
import java.util.List;

/** Just the events that bring a contact from one state to another; no rule stands in the way of what has been before. */
final class ContactRestatement {

    private ContactRestatement() {
    }

    /** None when both are the same. */
    static List<ContactEvent> events(ContactState present, ContactState target) {
        List<ContactEvent> events = new ArrayList<>();
        if (present.archived() && !target.archived()) {
            events.add(new ContactEvent.Restored());
        }
        Patch<ContactFacts> patch =
                ContactFacts.SHEET.effective(present.facts(), ContactFacts.SHEET.replacement(target.facts()));
        if (!ContactFacts.SHEET.isEmpty(patch)) {
            events.add(new ContactEvent.FactsChanged(patch.changed(), patch.cleared()));
        }
        if (!present.assignment().equals(target.assignment())) {
            events.add(new ContactEvent.OwnerAssigned(target.assignment().owner(), target.assignment().team()));
        }
        if (!present.archived() && target.archived()) {
            events.add(new ContactEvent.Archived());
        }
        return events;
    }
}
