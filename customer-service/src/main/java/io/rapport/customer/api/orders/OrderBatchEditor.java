package io.rapport.customer.api.orders;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.orders.OrderCommand;
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

/** What the fields of a batch mean for an order: the same as in a PATCH of one. */
@Component
class OrderBatchEditor implements BatchEditor {

    private final JsonMapper json;

    OrderBatchEditor(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String recordKind() {
        return "order";
    }

    @Override
    public String collection() {
        return "/api/orders";
    }

    @Override
    public Commands prepare(BatchEdit edit) {
        if (edit.archive()) {
            String reason = edit.reason();
            if (reason == null || reason.isBlank()) {
                throw Refusal.of(Refusal.Kind.INVALID, "reason", "required");
            }
            return (id, expected) -> new OrderCommand.Archive(id, expected, reason);
        }
        List<OrderCommand.Part> parts = parts(edit);
        return (id, expected) -> new OrderCommand.Change(id, expected, parts);
    }

    private List<OrderCommand.Part> parts(BatchEdit edit) {
        List<OrderCommand.Part> parts = new ArrayList<>();
        if (edit.set() != null) {
            MergePatch patch = json.treeToValue(edit.set(), MergePatch.class);
            if (patch.has("number")) {
                throw Refusal.of(Refusal.Kind.INVALID, "set.number", "batch-unique");
            }
            parts.addAll(OrderCommands.change("", null, patch).parts());
        }
        if (!edit.addTags().isEmpty() || !edit.removeTags().isEmpty()) {
            throw Refusal.of(Refusal.Kind.INVALID, "addTags", "batch-no-tags");
        }
        if (edit.assignTo() != null) {
            parts.add(new OrderCommand.Part.AssignOwner(
                    new Patch<>(new Assignment(edit.assignTo(), null), Set.of())));
        }
        return parts;
    }
}
