package io.rapport.contact.application;

import io.rapport.contact.domain.Contact;
import io.rapport.contact.domain.ContactCommand;
import io.rapport.contact.domain.ContactFacts;
import io.rapport.knowncustomers.BelongingRecords;
import io.rapport.rights.Kind;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.Set;

/** To whom contacts belong, and what commands ask of them. */
@Component
class ContactBelonging implements BelongingRecords {

    @Override
    public Kind kind() {
        return Kind.CONTACT;
    }

    @Override
    public Asked asked(Object command) {
        ContactFacts facts = ContactFacts.SHEET.tidied(((ContactCommand.Register) command).facts());
        return new Asked(null, null, facts.customerId(), ContactFacts.SHEET.present(facts));
    }

    @Override
    public Asked asked(Object aggregateRoot, Object command) {
        String customerId = ((Contact) aggregateRoot).state().facts().customerId();
        ContactCommand asked = (ContactCommand) command;
        if (asked instanceof ContactCommand.Change change) {
            ContactFacts changed = ContactFacts.SHEET.tidied(change.patch().changed());
            Set<String> fields = new HashSet<>(ContactFacts.SHEET.present(changed));
            fields.addAll(change.patch().cleared());
            return new Asked(asked.contactId(), customerId, changed.customerId(), fields);
        }
        return new Asked(asked.contactId(), customerId, null, Set.of());
    }
}
