package io.rapport.contact.api;

import io.rapport.contact.domain.Contact;
import io.rapport.contact.domain.ContactCommand.Archive;
import io.rapport.contact.domain.ContactCommand.Change;
import io.rapport.contact.domain.ContactCommand.Part;
import io.rapport.contact.domain.ContactSettings;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.BatchEdit;
import io.rapport.jobs.BatchEditor;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import io.rapport.web.json.MergePatch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the fields of a batch mean for a contact: the same as in a PATCH of one. */
@Component
class ContactBatchEditor implements BatchEditor {

    private final ContactSettings settings;
    private final JsonMapper json;

    ContactBatchEditor(ContactSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public String recordKind() {
        return "contact";
    }

    @Override
    public String collection() {
        return "/api/contacts";
    }

    @Override
    public Commands prepare(BatchEdit edit) {
        if (edit.archive()) {
            String reason = edit.reason();
            if (reason == null || reason.isBlank()) {
                throw Refusal.of(Refusal.Kind.INVALID, "reason", "required");
            }
            return (id, expected) -> new Archive(id, expected, reason);
        }
        List<Part> parts = parts(edit);
        Contact.check(new Change("", null, parts), settings);
        return (id, expected) -> new Change(id, expected, parts);
    }

    private List<Part> parts(BatchEdit edit) {
        List<Part> parts = new ArrayList<>();
        if (edit.set() != null) {
            parts.addAll(ContactCommands.change("", null, json.treeToValue(edit.set(), MergePatch.class)).parts());
        }
        if (!edit.addTags().isEmpty() || !edit.removeTags().isEmpty()) {
            parts.add(new Part.ChangeTags(edit.addTags(), edit.removeTags()));
        }
        if (edit.assignTo() != null) {
            parts.add(new Part.AssignOwner(new Patch<>(new Assignment(edit.assignTo(), null), Set.of())));
        }
        return parts;
    }
}
