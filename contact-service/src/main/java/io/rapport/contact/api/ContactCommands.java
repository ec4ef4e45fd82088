package io.rapport.contact.api;

import io.rapport.contact.domain.ContactCommand.Change;
import io.rapport.contact.domain.ContactCommand.Part;
import io.rapport.contact.domain.ContactCommand.Register;
import io.rapport.contact.domain.ContactFacts;
import io.rapport.values.Patch;
import io.rapport.web.json.MergePatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns the flat JSON of a contact into commands. */
final class ContactCommands {

    /** Beside the facts in the flat form. */
    private static final Set<String> ASSIGNMENT = Set.of("owner", "team");
    /** A fact that clients of the interface do not write: it comes with vCards. */
    private static final String CARD = "card";

    private ContactCommands() {
    }

    static Register register(String contactId, ContactRequest body) {
        return new Register(contactId, body.facts(), body.assignment());
    }

    /** Leaves nothing but what the body says; the owner stays when it says none. */
    static Change replace(String contactId, Long expectedVersion, ContactRequest body) {
        Patch<ContactFacts> facts = ContactFacts.SHEET.replacement(body.facts());
        Set<String> cleared = new HashSet<>(facts.cleared());
        cleared.remove(CARD);
        return new Change(contactId, expectedVersion, List.of(
                new Part.ChangeFacts(new Patch<>(facts.changed(), cleared)),
                new Part.AssignOwner(body.assignment().replacement())));
    }

    /** Changes what the patch names and nothing else. */
    static Change change(String contactId, Long expectedVersion, MergePatch patch) {
        patch.refuseClearing("name");
        ContactRequest body = patch.as(ContactRequest.class);
        List<Part> parts = new ArrayList<>();
        if (patch.fields().stream().anyMatch(Predicate.not(ASSIGNMENT::contains))) {
            parts.add(new Part.ChangeFacts(
                    new Patch<>(body.facts(), cleared(patch, Predicate.not(ASSIGNMENT::contains)))));
        }
        if (patch.fields().stream().anyMatch(ASSIGNMENT::contains)) {
            parts.add(new Part.AssignOwner(new Patch<>(body.assignment(), cleared(patch, ASSIGNMENT::contains))));
        }
        return new Change(contactId, expectedVersion, parts);
    }

    private static Set<String> cleared(MergePatch patch, Predicate<String> wanted) {
        return patch.cleared().stream().filter(wanted).collect(Collectors.toSet());
    }
}
