package io.rapport.contact.application;

import io.rapport.contact.domain.Contact;
import io.rapport.contact.domain.ContactCommand;
import io.rapport.contact.domain.ContactFacts;
import io.rapport.contact.domain.ContactState;
import io.rapport.contact.domain.CustomerLink;
import io.rapport.knowncustomers.BelongingRecords;
import io.rapport.rights.Kind;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** To whom contacts belong, and what commands ask of them. */
@Component
class ContactBelonging implements BelongingRecords {

    @Override
    public Kind kind() {
        return Kind.CONTACT;
    }

    @Override
    public Asked asked(Object command) {
        ContactCommand.Register register = (ContactCommand.Register) command;
        ContactFacts facts = ContactFacts.SHEET.tidied(register.facts());
        return new Asked(null, Assignment.NOBODY, Set.of(), customers(facts),
                new Patch<>(register.assignment(), Set.of()), ContactFacts.SHEET.present(facts));
    }

    @Override
    public Asked asked(Object aggregateRoot, Object command) {
        ContactState state = ((Contact) aggregateRoot).state();
        ContactCommand asked = (ContactCommand) command;
        Set<String> present = state.facts().links() == null ? Set.of()
                : state.facts().links().stream().map(CustomerLink::customerId).collect(Collectors.toSet());
        Map<String, String> wanted = new HashMap<>();
        Set<String> fields = new HashSet<>();
        Patch<Assignment> assign = null;
        if (asked instanceof ContactCommand.Change change) {
            for (ContactCommand.Part part : change.parts()) {
                switch (part) {
                    case ContactCommand.Part.ChangeFacts facts -> {
                        ContactFacts changed = ContactFacts.SHEET.tidied(facts.patch().changed());
                        wanted.putAll(customers(changed));
                        fields.addAll(ContactFacts.SHEET.present(changed));
                        fields.addAll(facts.patch().cleared());
                    }
                    case ContactCommand.Part.AssignOwner owner -> assign = owner.patch();
                    case ContactCommand.Part.ChangeTags _ -> fields.add("tags");
                }
            }
        }
        return new Asked(asked.contactId(), state.assignment(), present, wanted, assign, fields);
    }

    @Override
    public Object assigned(Object command, Assignment assignment) {
        ContactCommand.Register register = (ContactCommand.Register) command;
        return new ContactCommand.Register(register.contactId(), register.facts(), assignment);
    }

    private static Map<String, String> customers(ContactFacts facts) {
        Map<String, String> customers = new HashMap<>();
        if (facts.customerId() != null) {
            customers.put("customerId", facts.customerId());
        }
        List<CustomerLink> links = facts.links() == null ? List.of() : facts.links();
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).customerId() != null) {
                customers.put("links[" + i + "].customerId", links.get(i).customerId());
            }
        }
        return customers;
    }
}
