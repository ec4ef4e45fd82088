package io.rapport.contact.domain;

import io.rapport.values.Assignment;
import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What happens when something is asked of a contact. Pure: depends on nothing but its arguments. */
final class ContactDecisions {

    private ContactDecisions() {
    }

    static ContactEvent.Registered decide(ContactCommand.Register command, ContactSettings settings) {
        FieldErrors errors = new FieldErrors();
        ContactFacts given = ContactFacts.SHEET.tidied(command.facts());
        Assignment assignment = Assignment.SHEET.tidied(command.assignment());
        ContactPolicies.nameIsGiven(given, errors);
        ContactPolicies.factsKeepTheRules(given, errors);
        assignment.check(errors);
        ContactFacts typed = given.withCustom(settings.customFields().forNew(given.custom(), errors));
        errors.throwIfAny();
        ContactFacts facts = PrimaryEntries.inStep(ContactFacts.SHEET.empty(),
                new Patch<>(typed, Set.of()), typed);
        return new ContactEvent.Registered(command.contactId(), facts, assignment.owner(), assignment.team());
    }

    static List<ContactEvent> decide(ContactState state, ContactCommand.Change command, ContactSettings settings) {
        ContactPolicies.anArchivedContactDoesNotChange(state);
        FieldErrors errors = new FieldErrors();
        List<ContactEvent> events = new ArrayList<>();
        ContactState now = state;
        for (ContactCommand.Part part : command.parts()) {
            List<ContactEvent> some = switch (part) {
                case ContactCommand.Part.ChangeFacts change -> decide(now, change.patch(), settings, errors);
                case ContactCommand.Part.ChangeTags change ->
                        decide(now, change.patch(now.facts().tags()), settings, errors);
                case ContactCommand.Part.AssignOwner assign -> decide(now, assign, errors);
            };
            for (ContactEvent event : some) {
                now = Contact.evolve(now, event);
            }
            events.addAll(some);
        }
        errors.throwIfAny();
        return events;
    }

    static List<ContactEvent> decide(ContactState state, ContactCommand.Archive command) {
        FieldErrors errors = new FieldErrors();
        ContactPolicies.archivingGivesAReason(command.reason(), errors);
        errors.throwIfAny();
        return onlyIf(!state.archived(), new ContactEvent.Archived());
    }

    static List<ContactEvent> decide(ContactState state, ContactCommand.Restore command) {
        return onlyIf(state.archived(), new ContactEvent.Restored());
    }

    private static List<ContactEvent> decide(ContactState state, Patch<ContactFacts> wanted, ContactSettings settings,
                                             FieldErrors errors) {
        ContactFacts given = ContactFacts.SHEET.tidied(wanted.changed());
        ContactPolicies.factsKeepTheRules(given, errors);
        // What is blank clears, and is therefore not tidied away before it has done so.
        ContactFacts typed = wanted.changed().withCustom(settings.customFields().forChange(state.facts().custom(),
                wanted.changed().custom(), wanted.cleared(), errors));
        ContactFacts merged = ContactFacts.SHEET.merge(state.facts(),
                ContactFacts.SHEET.effective(state.facts(), new Patch<>(typed, wanted.cleared())));
        ContactFacts after = PrimaryEntries.inStep(state.facts(), new Patch<>(given, cleared(wanted, given)), merged);
        ContactPolicies.nameIsGiven(after, errors);
        Patch<ContactFacts> patch =
                ContactFacts.SHEET.effective(state.facts(), ContactFacts.SHEET.replacement(after));
        return onlyIf(!ContactFacts.SHEET.isEmpty(patch),
                new ContactEvent.FactsChanged(patch.changed(), patch.cleared()));
    }

    /** With the names of facts that were given blank: that clears them too. */
    private static Set<String> cleared(Patch<ContactFacts> wanted, ContactFacts tidied) {
        Set<String> cleared = new HashSet<>(ContactFacts.SHEET.present(wanted.changed()));
        cleared.removeAll(ContactFacts.SHEET.present(tidied));
        cleared.addAll(wanted.cleared());
        return cleared;
    }

    private static List<ContactEvent> decide(ContactState state, ContactCommand.Part.AssignOwner assign,
                                             FieldErrors errors) {
        Assignment before = state.assignment();
        Assignment after = before.after(assign.patch());
        after.check(errors);
        return onlyIf(!after.equals(before), new ContactEvent.OwnerAssigned(after.owner(), after.team()));
    }

    private static List<ContactEvent> onlyIf(boolean condition, ContactEvent event) {
        return condition ? List.of(event) : List.of();
    }
}
