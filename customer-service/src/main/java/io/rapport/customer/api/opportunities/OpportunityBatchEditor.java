package io.rapport.customer.api.opportunities;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.opportunities.OpportunityCommand;
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

/** What the fields of a batch mean for an opportunity: the same as in a PATCH of one. */
@Component
class OpportunityBatchEditor implements BatchEditor {

    private final JsonMapper json;

    OpportunityBatchEditor(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String recordKind() {
        return "opportunity";
    }

    @Override
    public String collection() {
        return "/api/opportunities";
    }

    @Override
    public Commands prepare(BatchEdit edit) {
        if (edit.archive()) {
            String reason = edit.reason();
            if (reason == null || reason.isBlank()) {
                throw Refusal.of(Refusal.Kind.INVALID, "reason", "required");
            }
            return (id, expected) -> new OpportunityCommand.Archive(id, expected, reason);
        }
        List<OpportunityCommand.Part> parts = parts(edit);
        return (id, expected) -> new OpportunityCommand.Change(id, expected, parts);
    }

    private List<OpportunityCommand.Part> parts(BatchEdit edit) {
        List<OpportunityCommand.Part> parts = new ArrayList<>();
        if (edit.set() != null) {
            MergePatch patch = json.treeToValue(edit.set(), MergePatch.class);
            parts.addAll(OpportunityCommands.change("", null, patch).parts());
        }
        if (!edit.addTags().isEmpty() || !edit.removeTags().isEmpty()) {
            parts.add(new OpportunityCommand.Part.ChangeTags(edit.addTags(), edit.removeTags()));
        }
        if (edit.assignTo() != null) {
            parts.add(new OpportunityCommand.Part.AssignOwner(
                    new Patch<>(new Assignment(edit.assignTo(), null), Set.of())));
        }
        return parts;
    }
}
